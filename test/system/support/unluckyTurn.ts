import type { Call, FaultOf } from '../../../infra/local/gateway/types.ts';
import type { PatientPerson } from './PatientPerson.ts';

/** Longer than a door and a function try, shorter than it takes the queue to hand a turn out again. */
const LASTS = 15_000;

/** Which call of a turn fails: the one that keeps it, or the one after, which finds out where to push the answer. */
export const MISFORTUNES = {
  'before it is kept': (call: Call) => call.operation === 'PutItem',
  'after it was kept': (call: Call) =>
    call.operation === 'Query' && JSON.stringify(call.input).includes('{"S":"W#'),
} as const;

/** A call of this person's first turn fails until the door has put it off and the queue was given it back. */
export const unluckyTurn = (
  fails: (call: Call) => boolean,
  { conversation }: PatientPerson,
): { readonly faultOf: FaultOf; readonly tries: () => number } => {
  let until: number | undefined;
  let tries = 0;
  const faultOf: FaultOf = (call) => {
    const theirs = /takeTurn|postTurn/u.test(call.caller) && fails(call);
    if (!theirs || !JSON.stringify(call.input).includes(`{"S":"TALK#${conversation}"}`)) return undefined;
    until ??= performance.now() + LASTS;
    if (performance.now() > until) return undefined;
    tries += 1;
    return { when: 'before', type: 'ThrottlingException' };
  };
  return { faultOf, tries: () => tries };
};
