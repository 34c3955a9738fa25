import { randomFrom } from './voronoi.ts';

/** What a tick goes through, in seconds and per second; what AWS says of its parts, and what was measured of ours. */
export interface Clockwork {
  /** A schedule of once a minute begins at any moment of its minute: so many seconds late at most. */
  readonly jitter: number;
  /** How far a sweep looks ahead, and how many ticks it sends in a second. */
  readonly ahead: number;
  readonly sends: number;
  /** A delayed message shows by whole seconds: up to so much after its time. */
  readonly shows: number;
  /** Batches worked at once, ticks in one, and how long one takes. */
  readonly concurrency: number;
  readonly batch: number;
  readonly takes: number;
  /** Write units a second the table gives to what follows from ticks, and what follows from one. */
  readonly units: number;
  readonly unitsOfTick: number;
  /** Sweeps, counted from the first, that do not happen. */
  readonly lost?: ReadonlySet<number>;
}

const MINUTE = 60;

/** How late each tick has had its effect, seconds, ascending. `dues`: seconds from the first sweep's minute on, ascending. */
export const latenessOf = (dues: readonly number[], work: Clockwork, seed = 1): readonly number[] => {
  const random = randomFrom(seed);
  const messages = sent(dues, work, random).sort((a, b) => a.shown - b.shown);
  const free = new Float64Array(work.concurrency);
  let table = 0;
  const late: number[] = [];
  for (let i = 0; i < messages.length; ) {
    const worker = free.indexOf(Math.min(...free));
    // A poller waits at the queue: what shows is taken in a moment.
    const begin = Math.max(free[worker] ?? 0, messages[i]?.shown ?? 0) + 0.02 + 0.03 * random();
    const batch: number[] = [];
    for (
      let next = messages[i];
      next && next.shown <= begin && batch.length < work.batch;
      next = messages[++i]
    )
      batch.push(next.due);
    table = Math.max(table, begin) + (batch.length * work.unitsOfTick) / work.units;
    const end = Math.max(begin + work.takes * (0.7 + 0.6 * random()), table);
    free[worker] = end;
    for (const due of batch) late.push(end - due);
  }
  return late.sort((a, b) => a - b);
};

/** When each tick shows in the queue: it is sent by the first sweep that looks so far, delayed to its second. */
const sent = (
  dues: readonly number[],
  { jitter, ahead, sends, shows, lost }: Clockwork,
  random: () => number,
): { readonly due: number; readonly shown: number }[] => {
  const sweeps = Array.from(
    { length: Math.ceil((dues.at(-1) ?? 0) / MINUTE) + 3 },
    (_, minute) => minute * MINUTE + jitter * random(),
  ).filter((_, minute) => !lost?.has(minute));
  let sweep = 0;
  let place = 0;
  return dues.map((due) => {
    while ((sweeps[sweep] ?? Number.POSITIVE_INFINITY) + ahead < due) {
      sweep += 1;
      place = 0;
    }
    const at = (sweeps[sweep] ?? due) + place++ / sends;
    return { due, shown: at + Math.max(0, Math.ceil(due - at)) + shows * random() };
  });
};
