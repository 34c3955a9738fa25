import type { Case } from '../Case.ts';
import type { Assist } from '../CaseCommand.ts';
import { decidedBefore } from '../decidedBefore.ts';
import type { Refusal } from '../Refusal.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { acceptAndDispatch, dispatchTo } from './acceptAndDispatch.ts';
import { endWith } from './ending.ts';

/** 受理 after an appeal: what was refused is taken up. Who refused it does not decide. */
export const accept: Rule<'accept'> = {
  stages: ['screening'],
  who: 'owner',
  apply: (state, _command, facts) =>
    decidedBefore(state, facts) ? refuse({ code: 'selfCheck' }) : events(...acceptAndDispatch(state, facts)),
};

/** 派遣 by a person: where routing found no unit, one gave it back, or the rounds are over. There is no second return then. */
export const dispatch: Rule<'dispatch'> = {
  stages: ['dispatching'],
  who: 'owner',
  apply: (state, command, facts) => {
    const refusal = cannotTake(state, command, facts);
    if (refusal) return refuse(refusal);
    const gaveBack = state.tasks.some(({ status }) => status === 'returned');
    const { unit, assist = [] } = command;
    return events(
      ...dispatchTo(
        { unit, assist, rule: facts.by.person, ...(gaveBack ? { settled: true as const } : {}) },
        state,
        facts,
      ),
    );
  },
};

/** 改派: the desk overrules what routing, or somebody, chose. */
export const redispatch: Rule<'redispatch'> = {
  stages: ['assigned', 'handling'],
  who: 'desk',
  apply: (state, command, facts) => {
    const refusal = cannotTake(state, command, facts);
    if (refusal) return refuse(refusal);
    const { unit, assist = [], reason } = command;
    return events(
      ...dispatchTo({ unit, assist, rule: facts.by.person, settled: true, reason }, state, facts),
    );
  },
};

/** The level above ends what rounds of rework did not bring to an end. */
export const conclude: Rule<'conclude'> = {
  stages: ['dispatching'],
  who: 'owner',
  apply: (state, { reason }, { rules }) =>
    state.rounds > rules.city.rounds
      ? events({ type: 'concluded', reason }, ...endWith(state, state.rating !== undefined))
      : refuse({ code: 'wrongStage', stage: state.stage }),
};

interface Wanted {
  readonly unit: string;
  readonly assist?: readonly Assist[];
}

const cannotTake = (state: Case, { unit, assist = [] }: Wanted, { rules }: Facts): Refusal | undefined => {
  const units = [unit, ...assist.map((one) => one.unit)];
  const unknown = [...units, ...assist.flatMap(({ after }) => after ?? [])].find((code) => !rules.unit(code));
  if (unknown !== undefined) return { code: 'unknownUnit', unit: unknown };
  if (state.about !== undefined && units.includes(state.about))
    return { code: 'aboutUnit', unit: state.about };
  const twice = units.find((code, i) => units.indexOf(code) !== i);
  if (twice !== undefined) return { code: 'hasTask', unit: twice };
  // Nothing may wait for a unit that has no part in it, or that waits itself.
  const begun = new Set([unit, ...assist.flatMap((one) => (one.after === undefined ? [one.unit] : []))]);
  const adrift = assist.find(({ after }) => after !== undefined && !begun.has(after));
  return adrift?.after === undefined ? undefined : { code: 'unknownUnit', unit: adrift.after };
};
