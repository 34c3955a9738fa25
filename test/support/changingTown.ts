import type { CityPointer, StaffingLine } from '../../shared/application/cityPorts.ts';
import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { handOver } from '../../shared/application/handOver.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import { watchPosts } from '../../shared/application/watchPosts.ts';
import { type HandOverBody, handOverBodySchema } from '../../shared/contracts/handOver.ts';
import { type Turn, turnBodySchema } from '../../shared/contracts/turn.ts';
import type { City, LedgerRow } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { type Leave, NO_STAFFING, type Staffing } from '../../shared/domain/ledger/Staffing.ts';
import { memoryPostsMark, memoryWorkedBodies } from '../../shared/store/memory/memoryCity.ts';
import { memoryListings } from '../../shared/store/memory/memoryListings.ts';
import { memorySolved } from '../../shared/store/memory/memorySolved.ts';
import { memoryCases, memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { at, report } from './lifeOf.ts';
import { smallCity } from './smallCity.ts';

export const inWest = { lng: 121.471, lat: 31.231, name: '建设路12号' };
const MINUTE = 60_000;
/** A write takes so long (ms). */
const WRITE = 100;
class Crash extends Error {}
class Killed extends Error {}

/** A city whose ledger and leaves change while cases are open; any call of the world may crash before or after it did its work. */
export const changingTown = (city: City = smallCity, start = '2026-09-28 10:00') => {
  const clock = { now: at(start) };
  const cases = memoryCases();
  const rows = memoryRows();
  const ledgers = new Map<string, readonly LedgerRow[]>([['v1', city.ledger]]);
  const staffings = new Map<string, Staffing>();
  const opened = new Map<string, Knowledge>();
  const queue: HandOverBody[] = [];
  const told = new Map<string, Turn>();
  const lines: StaffingLine[] = [];
  const missing: string[] = [];
  let pointer: CityPointer = { version: 'v1' };
  let mishaps: readonly number[] = [];
  let always: 'before' | 'after' | undefined;
  let calls = 0;
  /** What one run of a hand-over has (ms), and what is left of it. */
  let time = Number.POSITIVE_INFINITY;
  let left = time;
  /** Runs that ended because they saw that no time was left, and those that were killed when it was over. */
  const ended = { bySight: 0, byForce: 0 };

  const under = async (version: string, staffing: string | undefined): Promise<Knowledge> => {
    const key = `${version}|${staffing}`;
    const made =
      opened.get(key) ??
      knowCity(
        { ...city, version, ledger: ledgers.get(version) ?? [] },
        { staffing: staffings.get(staffing ?? '') ?? NO_STAFFING },
      );
    opened.set(key, made);
    return made;
  };
  const current = () => under(pointer.version, pointer.staffing);
  /** Dies before it, or when it was done and nobody heard of it. */
  const risky =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      const mishap = mishaps.includes(calls) ? (always ?? (calls % 2 === 0 ? 'before' : 'after')) : undefined;
      if (mishap === 'before') throw new Crash();
      const result = await call(...args);
      if (mishap === 'after') throw new Crash();
      return result;
    };
  const staff = (change: Partial<Staffing>) => {
    const staffing = `s${staffings.size + 1}`;
    staffings.set(staffing, { ...(staffings.get(pointer.staffing ?? '') ?? NO_STAFFING), ...change });
    pointer = { ...pointer, staffing };
  };
  const mark = memoryPostsMark();
  const worked = memoryWorkedBodies();
  const sendTen = risky(async (bodies: readonly HandOverBody[]) => {
    for (const body of bodies) queue.push(handOverBodySchema.parse(JSON.parse(JSON.stringify(body))));
  });
  const sendHandOvers = async (bodies: readonly HandOverBody[]) => {
    for (let i = 0; i < bodies.length; i += 10) await sendTen(bodies.slice(i, i + 10));
  };
  const sendTurns = risky(async (turns: readonly Turn[]) => {
    // A conversation knows the message it has heard.
    for (const turn of turns) {
      const key = `${turn.conversation} ${turn.id}`;
      if (!told.has(key)) told.set(key, turnBodySchema.parse(JSON.parse(JSON.stringify(turn))));
    }
  });
  const commit: typeof cases.commit = (next, entry) => {
    left -= WRITE;
    if (left < 0) throw new Killed();
    return cases.commit(next, entry);
  };
  const world = {
    cases: { ...cases, load: risky(cases.load), commit: risky(commit) },
    rows: { ...rows, tasksIn: risky(rows.tasksIn) },
    cities: { current, at: current },
    under: risky(under),
    pointer: risky(async () => pointer),
    mark: { load: risky(mark.load), save: risky(mark.save) },
    worked: { add: risky(worked.add), count: risky(worked.count) },
    staffingLines: risky(async () => lines),
    sendHandOvers,
    sendTurns,
    onMissing: (number: string) => void missing.push(number),
    now: () => clock.now,
    pause: async () => undefined,
  };
  const calm = { ...world, cases, rows };
  const numbers: string[] = [];
  const project = async () => {
    for (const number of numbers)
      await projectCase({ cases, rows, solved: memorySolved(), listings: memoryListings() })(number);
  };
  const isMishap = (fault: unknown): boolean => {
    if (fault instanceof Killed) ended.byForce += 1;
    else if (/No time left/u.test(String(fault))) ended.bySight += 1;
    else return fault instanceof Crash;
    return true;
  };
  /** Again and again, as queue and schedule do, until it is through. */
  const until = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; attempt < 200; attempt++) {
      try {
        return await work();
      } catch (fault) {
        if (!isMishap(fault)) throw fault;
      }
    }
    throw new Error('it never got through');
  };
  const drain = async () => {
    // Side by side in any order: the last one first.
    for (let body = queue.at(-1); body; body = queue.at(-1)) {
      const message = body;
      await until(() => {
        left = time;
        return handOver(world)(message, () => left);
      });
      queue.splice(queue.indexOf(message), 1);
      await project();
    }
  };

  return {
    clock,
    cases,
    rows,
    queue,
    /** Numbers that lists named and that are no case. */
    missing,
    lines,
    current,
    under,
    mark,
    watch: () => until(watchPosts(world)),
    drain,
    /** As the minutes go by, until nothing is left to be told. */
    settle: async () => {
      for (;;) {
        const { did } = await until(watchPosts(world));
        await drain();
        if (did === 'nothing' && (await mark.load())?.next === undefined) return;
        clock.now += MINUTE;
      }
    },
    /** The next calls of these numbers; before they did their work or after it, by default the ones so and the others so. */
    crashAt: (some: readonly number[], when?: 'before' | 'after') => {
      mishaps = some.map((n) => n + calls);
      always = when;
    },
    giveTime: (ms: number) => {
      time = ms;
    },
    ended,
    ledger: (rowsNow: readonly LedgerRow[]) => {
      const version = `v${ledgers.size + 1}`;
      ledgers.set(version, rowsNow);
      pointer = { ...pointer, version };
    },
    leaves: (away: readonly Leave[]) => {
      staff({ leaves: away });
    },
    bindings: (bindings: Staffing['bindings']) => {
      staff({ bindings });
    },
    pointer: () => pointer,
    open: async (where = inWest): Promise<string> => {
      const id = `open${numbers.length}`;
      const outcome = await openCase(calm)(report({ place: where }) as never, {
        id,
        by: { person: 'web:r-1', role: 'resident' },
      });
      if (outcome.kind !== 'done') throw new Error('it opens');
      numbers.push(outcome.case.number);
      await project();
      return outcome.case.number;
    },
    act: async (number: string, command: Parameters<ReturnType<typeof commandCase>>[1], person: string) => {
      const id = `${command.type} ${number} ${clock.now} ${person}`;
      const outcome = await commandCase(calm)(number, command, { id, by: { person, role: 'supervisor' } });
      await project();
      return outcome;
    },
    all: () => cases.loadMany(numbers),
    told: () =>
      [...told.values()].map(({ conversation, said }) => {
        if (said.kind !== 'notice') throw new Error('only notices are sent');
        return { to: conversation, notice: said.notice };
      }),
  };
};
