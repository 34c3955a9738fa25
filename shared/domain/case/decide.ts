import { answersFor, holdsPost } from './answersFor.ts';
import type { Case } from './Case.ts';
import type { CaseCommand, CommandType } from './CaseCommand.ts';
import { deskOf } from './deskOf.ts';
import { isReporter } from './isReporter.ts';
import { isAccused, maySee } from './maySee.ts';
import { type Decision, type Facts, type Rule, refuse } from './Rule.ts';
import { approve, reject } from './rules/approving.ts';
import { fail, pass } from './rules/checking.ts';
import { consult, opine } from './rules/consulting.ts';
import { accept, conclude, dispatch, redispatch } from './rules/dispatching.ts';
import { finish } from './rules/finishing.ts';
import { cohandle, giveBack, sign, transfer } from './rules/handling.ts';
import { handOver } from './rules/handOver.ts';
import { join, merge, unmerge } from './rules/merging.ts';
import { appeal, supplement, supply, urge, withdraw } from './rules/ofTheReporter.ts';
import { openCase } from './rules/openCase.ts';
import { ask, resume } from './rules/pausing.ts';
import { rate, visit } from './rules/rating.ts';
import { extend, suspend } from './rules/requesting.ts';
import { tick } from './rules/tick.ts';
import { correct, decline, solve, verify } from './rules/verifying.ts';
import { takenOver } from './takenOver.ts';
import { unitsOf } from './unitsOf.ts';

/** The whole lifecycle: a command that is not here does not exist, and is allowed only where its rule says. */
export const RULES: { readonly [T in Exclude<CommandType, 'open'>]: Rule<T> } = {
  supplement,
  supply,
  withdraw,
  appeal,
  urge,
  verify,
  correct,
  decline,
  merge,
  solve,
  accept,
  dispatch,
  redispatch,
  conclude,
  sign,
  finish,
  return: giveBack,
  transfer,
  cohandle,
  extend,
  suspend,
  resume,
  approve,
  reject,
  ask,
  consult,
  opine,
  pass,
  fail,
  rate,
  visit,
  join,
  unmerge,
  handOver,
  tick,
};

/** What a command does to a case, or why it does not happen. Pure. */
export const decide = (state: Case | undefined, command: CaseCommand, facts: Facts): Decision => {
  if (command.type === 'open') return state ? refuse({ code: 'alreadyOpen' }) : openCase(command, facts);
  if (!state) return refuse({ code: 'noSuchCase' });
  const rule = RULES[command.type] as Rule<CommandType>;
  if (!rule.stages.includes(state.stage)) return outOfStage(rule, state, facts);
  if (!mayAct(rule, state, facts)) return refuseTo(state, facts, 'notYours');
  return rule.apply(state, command, facts);
};

/** Who may see the case is told where it is now. For the clock there is nothing to do. */
const outOfStage = (rule: Rule<CommandType>, state: Case, facts: Facts): Decision => {
  if (rule.who === 'clock' && facts.by.role === 'system') return { kind: 'events', events: [] };
  return refuseTo(state, facts, 'wrongStage');
};

/** Who answered for it is told who does now. For whoever may not see the case it does not exist: numbers cannot be probed. */
const refuseTo = (state: Case, facts: Facts, code: 'notYours' | 'wrongStage'): Decision => {
  const { now, by, ledger } = facts;
  const others = takenOver(by.person, state, now, ledger);
  if (others) return refuse({ code: 'handedOver', to: others, owner: state.owner });
  if (!maySee(by.person, state, now, ledger)) return refuse({ code: 'noSuchCase' });
  const isOfReporter = isReporter(by.person, state);
  if (state.into !== undefined && isOfReporter) return refuse({ code: 'mergedInto', into: state.into });
  return refuse({ code, stage: state.stage });
};

const mayAct = (rule: Rule<CommandType>, state: Case, facts: Facts): boolean => {
  const { now, by, ledger } = facts;
  const holds = (owner: Case['owner']): boolean =>
    !isAccused(by.person, state, now, ledger) && holdsPost(by.person, owner, state.leaf, { now, ledger });
  switch (rule.who) {
    case 'clock':
      return by.role === 'system';
    case 'reporter':
      return isReporter(by.person, state);
    case 'owner':
      return holds(state.owner);
    case 'unit':
      return unitsOf(state).some((unit) => holds(`unit@${unit}`));
    case 'approver':
      // Without a request it is said so, to whoever has to do with the case.
      return state.request ? holds(state.request.approver) : answersFor(by.person, state, now, ledger);
    case 'desk':
      return holds(deskOf(state, facts));
  }
};
