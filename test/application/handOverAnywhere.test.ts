import fc from 'fast-check';
import { holdersOn } from '../../shared/domain/case/answersFor.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { firstBreak } from '../../shared/domain/case/chain.ts';
import type { LedgerRow } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Leave } from '../../shared/domain/ledger/Staffing.ts';
import { dateText, dayOf } from '../../shared/domain/time/Instant.ts';
import { changingTown, inWest } from '../support/changingTown.ts';
import { at } from '../support/lifeOf.ts';
import { EAST, inEast, smallCity, WEST } from '../support/smallCity.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const handed = (history: readonly Entry[]) =>
  history.flatMap(({ events }) => events.flatMap((event) => (event.type === 'handedOver' ? [event] : [])));

/** Any ledger with somebody who leads, whatever else is held or not. */
const someone = fc.constantFrom('S1', 'S2', 'S9', undefined);
const anyLedger = fc
  .record({ west: someone, east: someone, lamp: fc.constantFrom('H3', 'H9', undefined), deputy: someone })
  .map(({ west, east, lamp, deputy }): readonly LedgerRow[] => {
    const rows = smallCity.ledger.flatMap((row): readonly LedgerRow[] => {
      const held =
        row.area === WEST
          ? west
          : row.area === EAST
            ? east
            : row.unit === 'U03' && row.role === 'handler'
              ? lamp
              : row.person;
      if (held === undefined) return [];
      const named = deputy !== undefined && deputy !== held ? { deputy } : {};
      return [{ ...row, person: held, name: `姓名${held}`, ...named }];
    });
    return rows;
  });
const anyLeave = fc
  .record({
    person: fc.constantFrom('S1', 'S2', 'S9', 'H3', 'L1'),
    first: fc.integer({ min: 0, max: 6 }),
    days: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ person, first, days }): Leave => {
    const from = dayOf(at('2026-09-28 10:00')) + first;
    return { person, from: dateText(from), to: dateText(from + days) };
  });
const happening = fc.oneof(
  fc.record({ kind: fc.constant('ledger' as const), rows: anyLedger }),
  fc.record({ kind: fc.constant('leaves' as const), away: fc.array(anyLeave, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('day' as const) }),
  fc.record({ kind: fc.constant('open' as const), west: fc.boolean() }),
  fc.record({ kind: fc.constant('verify' as const), which: fc.nat(5) }),
  fc.record({
    kind: fc.constant('minute' as const),
    crashes: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }),
  }),
);

/** Who answered when the case came to its owner, and then by what its history says of it. */
const foldHolders = (first: readonly string[], history: readonly Entry[], since: number): readonly string[] =>
  handed(history.filter((entry) => entry.at >= since)).reduce<readonly string[]>(
    (people, { from, to }) => [...new Set([...people.filter((one) => !from.includes(one)), ...to])],
    first,
  );

type Town = ReturnType<typeof changingTown>;
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const happen = async (city: Town, one: Happening): Promise<void> => {
  city.clock.now += 1_000;
  switch (one.kind) {
    case 'ledger':
    case 'leaves':
    case 'day':
      // What came before was seen: two changes within a minute are told as one.
      await city.settle();
      if (one.kind === 'ledger') return city.ledger(one.rows);
      if (one.kind === 'leaves') return city.leaves(one.away);
      city.clock.now += DAY;
      return;
    case 'open':
      await city.open(one.west ? inWest : inEast);
      return;
    case 'verify': {
      const states = await city.all();
      const state = states[one.which % states.length];
      const [person] = state ? peopleOf(state, await city.current(), city.clock.now) : [];
      if (state && person !== undefined) await city.act(state.number, { type: 'verify' }, person);
      return;
    }
    case 'minute':
      city.clock.now += MINUTE;
      city.crashAt(one.crashes);
      await city.watch();
      await city.drain();
  }
};

/** Who answered for each case when it came to its owner. */
const watchArrivals = (city: Town) => {
  const came = new Map<string, { readonly since: number; readonly people: readonly string[] }>();
  return {
    came: (number: string) => came.get(number) ?? { since: 0, people: [] },
    look: async () => {
      const know = await city.current();
      for (const state of await city.all()) {
        const since = state.ownedSince ?? 0;
        if (came.get(state.number)?.since === since) continue;
        came.set(state.number, { since, people: peopleOf(state, know, city.clock.now) });
      }
    },
  };
};

test('whatever changes, and wherever it crashes: every case has its people, its history names each change once, nobody hears twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
      const city = changingTown();
      const arrivals = watchArrivals(city);
      await city.open();
      await arrivals.look();
      await city.watch();
      for (const one of happenings) {
        await happen(city, one);
        await arrivals.look();
      }
      await city.settle();

      const know = await city.current();
      for (const state of await city.all()) {
        const history = await city.cases.history(state.number);
        const now = peopleOf(state, know, city.clock.now);
        const { since, people } = arrivals.came(state.number);
        expect(now).not.toEqual([]);
        expect([...foldHolders(people, history, since)].sort()).toEqual(now);
        expect(firstBreak(history)).toBeUndefined();
        const commands = history.map(({ command }) => command);
        expect(new Set(commands).size).toBe(commands.length);
        // What was given away cannot be given away again before it came back.
        const told = handed(history).map(({ from, to }) => JSON.stringify([from, to]));
        expect(told.filter((one, i) => one === told[i - 1])).toEqual([]);
      }
      expect(toldTwice(city)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 120_000);

/** A case whose number a person heard twice of one change, as given or as got. */
const toldTwice = (city: Town): readonly string[] => {
  const heard = city
    .told()
    .flatMap(({ to, notice }) =>
      notice.kind === 'handedOver'
        ? notice.numbers.map((number) => `${to} ${notice.side} ${notice.at} ${number}`)
        : [`${to} ${notice.id}`],
    );
  return heard.filter((one, i) => heard.indexOf(one) < i);
};

const peopleOf = (state: Case, know: Knowledge, now: number): readonly string[] =>
  [
    ...new Set(holdersOn(state.owner, state.leaf, dateText(dayOf(now)), know).map(({ person }) => person)),
  ].sort();
