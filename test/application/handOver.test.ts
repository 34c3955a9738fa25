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

const without = (area: string, person: string): readonly LedgerRow[] =>
  smallCity.ledger.map((row) =>
    row.role === 'supervisor' && row.area === area ? { ...row, person, name: `姓名${person}` } : row,
  );

const handed = (history: readonly Entry[]) =>
  history.flatMap(({ events }) => events.flatMap((event) => (event.type === 'handedOver' ? [event] : [])));

test('the first run only takes down what is in force, and a quiet minute does nothing', async () => {
  const city = changingTown();
  await city.open();
  expect((await city.watch()).did).toBe('began');
  expect((await city.watch()).did).toBe('nothing');
  expect(city.told()).toEqual([]);
});

test('a hand-over tells the case, whom it went to and who gave it; where it stands and by when stays', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.open(inEast);
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  const before = await city.cases.load(number);
  await city.settle();
  const after = await city.cases.load(number);
  expect([after?.stage, after?.owner, after?.clock]).toEqual([before?.stage, before?.owner, before?.clock]);
  expect(handed(await city.cases.history(number))).toEqual([
    { type: 'handedOver', owner: `supervisor@${WEST}`, from: ['S1'], to: ['S9'], because: 'ledger' },
  ]);
  const facts = { because: 'ledger', count: 1, numbers: [number] };
  expect(city.told()).toEqual([
    { to: 'web:S1', notice: expect.objectContaining({ ...facts, side: 'gives', people: ['姓名S9'] }) },
    { to: 'web:S9', notice: expect.objectContaining({ ...facts, side: 'gets', people: ['姓名S1'] }) },
  ]);
});

test('the successor works on the case as soon as the ledger says so, before it was told; the other one is told who has it', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  city.clock.now += MINUTE;
  expect(await city.act(number, { type: 'verify' }, 'S1')).toMatchObject({ kind: 'refused' });
  expect(await city.act(number, { type: 'verify' }, 'S9')).toMatchObject({ kind: 'done' });
  await city.settle();
  // It is with the unit now: nothing is left to be told of it.
  expect(handed(await city.cases.history(number))).toEqual([]);
});

test('a case that comes to the post when everybody knows of the change is not told of it', async () => {
  const city = changingTown();
  const early = await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  expect((await city.watch()).did).toBe('saw');
  // Some function may not know of it for half a minute.
  city.clock.now += 20_000;
  const between = await city.open();
  city.clock.now += 20_000;
  const late = await city.open();
  await city.settle();
  for (const [number, times] of [[early, 1] as const, [between, 1] as const, [late, 0] as const])
    expect(handed(await city.cases.history(number))).toHaveLength(times);
});

test('who gave a case away is told by its card who has it, before and after it was told', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  const rows = without(WEST, 'S9');
  city.ledger([...rows, { ...(smallCity.ledger[0] as LedgerRow), to: '2026-09-27' }]);
  await city.settle();
  const outcome = await city.act(number, { type: 'verify' }, 'S1');
  expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'handedOver', to: ['姓名S9'] } });
  expect(await city.act(number, { type: 'verify' }, 'S2')).toMatchObject({
    refusal: { code: 'noSuchCase' },
  });
});

test('a post that nobody holds any more falls to the leader, who is told; the one before hears who answers', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  city.ledger(smallCity.ledger.filter(({ area }) => area !== WEST));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'people' in notice && notice.people])).toEqual([
    ['web:S1', ['姓名L1']],
    ['web:L1', ['姓名S1']],
  ]);
  expect(handed(await city.cases.history(number))).toMatchObject([{ from: ['S1'], to: ['L1'] }]);
});

test('a post in which nothing is open is handed over with a word, too; a leave without open cases is not told twice', async () => {
  const city = changingTown();
  await city.watch();
  city.ledger(without(EAST, 'S9'));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count])).toEqual([
    ['web:S2', 0],
    ['web:S9', 0],
  ]);
  const before = city.told().length;
  city.leaves([{ person: 'S1', from: '2026-09-28', to: '2026-09-28' }]);
  await city.settle();
  expect(
    city
      .told()
      .slice(before)
      .map(({ to, notice }) => [to, notice.kind]),
  ).toEqual([
    ['web:S1', 'leave'],
    ['web:L1', 'leave'],
  ]);
});

test('a leave moves what is open to the stand-in on its first day and back on the day after, and who asked is not told again', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  const leave = { person: 'S1', from: '2026-09-29', to: '2026-09-29' };
  city.leaves([leave]);
  city.lines.push({ at: city.clock.now, kind: 'leave', person: 'S1', by: 'S1', words: '' });
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, notice.kind])).toEqual([['web:L1', 'leave']]);
  city.clock.now += DAY;
  await city.settle();
  expect(handed(await city.cases.history(number))).toMatchObject([
    { from: ['S1'], to: ['L1'], because: 'leave' },
  ]);
  city.clock.now += DAY;
  await city.settle();
  expect(handed(await city.cases.history(number))).toMatchObject([
    { because: 'leave' },
    { from: ['L1'], to: ['S1'], because: 'return' },
  ]);
  expect(
    city
      .told()
      .slice(1)
      .map(({ to, notice }) => [to, 'side' in notice && notice.side]),
  ).toEqual([
    ['web:S1', 'gives'],
    ['web:L1', 'gets'],
    ['web:L1', 'gives'],
    ['web:S1', 'gets'],
  ]);
});

describe('an account that was unbound between the change and its telling', () => {
  const LOST = 'wechaty:lost';
  const boundTown = async () => {
    const city = changingTown();
    city.bindings({ S1: LOST, L1: 'web:r-1' });
    await city.open();
    await city.watch();
    return city;
  };
  const whoHeard = (city: Town) => city.told().map(({ to }) => to);

  test('hears nothing of a hand-over; the person does where they are reached now', async () => {
    const city = await boundTown();
    city.ledger([
      ...without(WEST, 'S9'),
      ...smallCity.ledger.filter(({ person }) => person === 'S1').map((row) => ({ ...row, area: EAST })),
    ]);
    expect((await city.watch()).did).toBe('saw');
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(whoHeard(city)).toContain('web:S1');
    expect(whoHeard(city)).not.toContain(LOST);
  });

  test('hears nothing of it either where the person has left the ledger; one that is bound still does', async () => {
    const city = await boundTown();
    city.ledger(without(WEST, 'S9'));
    await city.watch();
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(whoHeard(city)).toEqual(['web:S1', 'web:S9']);
    const other = await boundTown();
    other.ledger(without(WEST, 'S9'));
    await other.settle();
    expect(whoHeard(other)).toEqual([LOST, 'web:S9']);
  });

  test('hears nothing of a leave', async () => {
    const city = await boundTown();
    city.leaves([{ person: 'S1', from: '2026-09-30', to: '2026-10-01' }]);
    await city.watch();
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(city.told().map(({ to, notice }) => [to, notice.kind])).toEqual([
      ['web:S1', 'leave'],
      ['web:r-1', 'leave'],
    ]);
  });
});

test('hundreds of cases are one message, and both sides hear once, of all of them', async () => {
  const city = changingTown();
  for (let i = 0; i < 450; i++) await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count])).toEqual([
    ['web:S1', 450],
    ['web:S9', 450],
  ]);
  for (const { number } of await city.all()) expect(handed(await city.cases.history(number))).toHaveLength(1);
}, 60_000);

test('a second change waits until the first is through, also when its time runs out: every history has them in order', async () => {
  const city = changingTown();
  for (let i = 0; i < 450; i++) await city.open();
  await city.watch();
  for (const person of ['S9', 'S8']) {
    city.ledger(without(WEST, person));
    expect((await city.watch()).did).toBe('saw');
    city.clock.now += MINUTE;
    expect((await city.watch()).did).toBe('sent');
  }
  expect(city.queue.map(({ from, to }) => [from, to])).toEqual([
    [['S1'], ['S9']],
    [['S9'], ['S8']],
  ]);
  city.giveTimeFor(150);
  await city.drain();
  for (const { number } of await city.all())
    expect(handed(await city.cases.history(number)).map(({ from, to }) => [from, to])).toEqual([
      [['S1'], ['S9']],
      [['S9'], ['S8']],
    ]);
  const counts = city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count]);
  expect(counts).toEqual([
    ['web:S1', 450],
    ['web:S9', 450],
    ['web:S9', 450],
    ['web:S8', 450],
  ]);
}, 60_000);

test('a line of a list whose case is not there is passed over and told of; the others are handed over', async () => {
  const city = changingTown();
  const number = await city.open();
  const [row] = await city.rows.openInArea(WEST.slice(0, 9), 1);
  if (!row) throw new Error('it is listed');
  await city.rows.save({ ...row, number: '202609280999999' }, 'web:r-1');
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  await city.settle();
  expect(city.missing).toEqual(['202609280999999']);
  expect(handed(await city.cases.history(number))).toHaveLength(1);
  expect(city.told().map(({ notice }) => 'numbers' in notice && [notice.count, notice.numbers])).toEqual([
    [1, [number]],
    [1, [number]],
  ]);
  expect(city.queue).toEqual([]);
});

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
