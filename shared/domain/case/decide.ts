import { answersFor } from './answersFor.ts';
import type { Case } from './Case.ts';
import type { CaseCommand, CommandType } from './CaseCommand.ts';
import { maySee } from './maySee.ts';
import { type Decision, type Facts, type Rule, refuse } from './Rule.ts';
import { fail, pass } from './rules/checking.ts';
import { dispatch, finish, sign } from './rules/handling.ts';
import { handOver } from './rules/handOver.ts';
import { rate, supplement } from './rules/ofTheReporter.ts';
import { openCase } from './rules/openCase.ts';
import { tick } from './rules/tick.ts';
import { correct, decline, verify } from './rules/verifying.ts';
import { takenOver } from './takenOver.ts';

/** The whole lifecycle: a command that is not here does not exist, and is allowed only where its rule says. */
export const RULES: { readonly [T in Exclude<CommandType, 'open'>]: Rule<T> } = {
  supplement,
  verify,
  correct,
  decline,
  dispatch,
  sign,
  finish,
  pass,
  fail,
  rate,
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
  return refuse(
    maySee(by.person, state, now, ledger) ? { code, stage: state.stage } : { code: 'noSuchCase' },
  );
};

const mayAct = (rule: Rule<CommandType>, state: Case, facts: Facts): boolean => {
  switch (rule.who) {
    case 'clock':
      return facts.by.role === 'system';
    case 'reporter':
      return facts.by.person === state.reporter;
    case 'owner':
      return answersFor(facts.by.person, state, facts.now, facts.ledger);
  }
};
