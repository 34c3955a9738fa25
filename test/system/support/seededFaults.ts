import type { Call, Fault, FaultOf } from '../../../infra/local/gateway/types.ts';

/** A fault of one kind and how often it happens, from 0 to 1. */
interface Mishap {
  readonly name: string;
  readonly rate: number;
  /** The first such call fails in any case: there are few of them. */
  readonly first?: true;
  readonly fits: (call: Call) => boolean;
  readonly fault: Fault;
}

const of =
  (service: string, ...operations: readonly string[]) =>
  (call: Call): boolean =>
    call.service === service && operations.includes(call.operation);

const anyCity = (call: Call): boolean =>
  of('s3', 'GetObject')(call) && call.resources.some((resource) => /\/cities\//u.test(resource));

/** Nothing of this does an emulator do by itself; AWS does all of it. */
const MISHAPS: readonly Mishap[] = [
  {
    name: 'a transaction in conflict',
    rate: 0.1,
    fits: of('dynamodb', 'TransactWriteItems'),
    fault: {
      when: 'before',
      type: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None]',
      members: { CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }] },
    },
  },
  {
    name: 'a transaction whose answer is lost',
    rate: 0.1,
    fits: of('dynamodb', 'TransactWriteItems'),
    fault: { when: 'after', lose: true },
  },
  {
    name: 'a table over its throughput',
    rate: 0.05,
    fits: of('dynamodb', 'PutItem', 'GetItem', 'Query', 'BatchGetItem', 'BatchWriteItem'),
    fault: { when: 'before', type: 'ProvisionedThroughputExceededException' },
  },
  {
    name: 'a table that throttles',
    rate: 0.05,
    fits: of('dynamodb', 'PutItem', 'GetItem', 'Query', 'TransactWriteItems'),
    fault: { when: 'before', type: 'ThrottlingException' },
  },
  {
    name: 'an item put whose answer is lost',
    rate: 0.1,
    fits: of('dynamodb', 'PutItem', 'BatchWriteItem'),
    fault: { when: 'after', lose: true },
  },
  {
    name: 'a message sent whose answer is lost',
    rate: 0.1,
    fits: of('sqs', 'SendMessage', 'SendMessageBatch'),
    fault: { when: 'after', lose: true },
  },
  {
    name: 'messages deleted and the answer is lost',
    rate: 0.1,
    fits: of('sqs', 'DeleteMessageBatch'),
    fault: { when: 'after', lose: true },
  },
  {
    name: 'a city that cannot be read',
    first: true,
    rate: 0.2,
    fits: anyCity,
    fault: { when: 'before', type: 'InternalError', status: 500 },
  },
  {
    name: 'a push that fails',
    rate: 0.1,
    fits: of('execute-api', 'PostToConnection'),
    fault: { when: 'before', type: 'InternalServerErrorException', status: 500 },
  },
  {
    name: 'a push whose answer is lost',
    rate: 0.05,
    fits: of('execute-api', 'PostToConnection'),
    fault: { when: 'after', lose: true },
  },
];

/**
 * Faults for the calls of functions, from one seed. The same seed gives the same draws; which call meets which draw still
 * depends on the order in which functions that run at once happen to call.
 */
export const seededFaults = (
  seed: number,
): { readonly faultOf: FaultOf; readonly played: ReadonlyMap<string, number> } => {
  const draw = mulberry32(seed);
  const played = new Map<string, number>(MISHAPS.map(({ name }) => [name, 0]));
  const faultOf: FaultOf = (call) => {
    if (call.caller === 'admin') return undefined;
    const mishap = MISHAPS.find(
      ({ name, fits, rate, first }) => fits(call) && (draw() < rate || (first && played.get(name) === 0)),
    );
    if (!mishap) return undefined;
    played.set(mishap.name, (played.get(mishap.name) ?? 0) + 1);
    return mishap.fault;
  };
  return { faultOf, played };
};

const mulberry32 = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
