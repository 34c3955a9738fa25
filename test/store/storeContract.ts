import type {
  CityStore,
  CodeStore,
  PostsMarkStore,
  WorkedBodies,
} from '../../shared/application/cityPorts.ts';
import type {
  CaseRow,
  CaseStore,
  Due,
  FirstAsked,
  HeldNotices,
  ListedCases,
  ListingStore,
  RowStore,
  ScanNumbers,
  SocketStore,
  SolvedStore,
  TalkRecord,
  TalkStore,
  TaskLine,
} from '../../shared/application/ports.ts';
import { rowOf } from '../../shared/application/projectCase.ts';
import { DUE_SHARDS } from '../../shared/contracts/table.ts';
import type { Case, Owner } from '../../shared/domain/case/Case.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import type { ListOwner, TaskList } from '../../shared/domain/case/taskLists.ts';
import { keys } from '../../shared/store/accessPatterns.ts';
import { lifeOf, report, staff } from '../support/lifeOf.ts';
import { EAST, smallKnowledge, WEST } from '../support/smallCity.ts';
import { codeContract } from './codeContract.ts';
import { heldContract } from './heldContract.ts';
import { listingContract } from './listingContract.ts';
import { solvedContract } from './solvedContract.ts';

export interface Stores {
  readonly mark: PostsMarkStore;
  readonly worked: WorkedBodies;
  readonly cases: CaseStore;
  readonly talks: TalkStore<{ readonly n: number }>;
  readonly rows: RowStore;
  readonly listed: ListedCases;
  readonly solved: SolvedStore;
  readonly listings: ListingStore;
  readonly firstAsked: FirstAsked;
  readonly sockets: SocketStore;
  readonly cities: CityStore;
  readonly codes: CodeStore;
  readonly held: HeldNotices;
  readonly scan: ScanNumbers;
}

const know = smallKnowledge();

/** A case with its entries under any number, as the core makes them. */
const story = (number: string, reporter = 'web:r-1') => {
  const life = lifeOf(know)
    .when(report({ reporter }), { person: reporter, role: 'resident' })
    .when({ type: 'verify' }, staff('S1'))
    .when({ type: 'sign' }, staff('H3', 'handler'));
  const states: Case[] = [];
  const again = lifeOf(know);
  again.when(report({ reporter }), { person: reporter, role: 'resident' });
  states.push(again.state);
  again.when({ type: 'verify' }, staff('S1'));
  states.push(again.state);
  again.when({ type: 'sign' }, staff('H3', 'handler'));
  states.push(again.state);
  const entries = life.history.map((entry): Entry => ({ ...entry, number }));
  return { states: states.map((state): Case => ({ ...state, number })), entries };
};

const at = <T>(list: readonly T[], i: number): T => {
  const item = list[i];
  if (item === undefined) throw new Error(`nothing at ${i}`);
  return item;
};

/** What every store promises, whatever it is made of. `open` gives empty stores. */
export const storeContract = (open: () => Promise<Stores>): void => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await open();
  });

  describe('cases', () => {
    test('what is committed is loaded, alone and with its history', async () => {
      const { states, entries } = story('202609280000011');
      expect(await stores.cases.load('202609280000011')).toBeUndefined();
      expect(await stores.cases.commit(at(states, 0), at(entries, 0))).toBe('committed');
      expect(await stores.cases.commit(at(states, 1), at(entries, 1))).toBe('committed');
      expect(await stores.cases.load('202609280000011')).toEqual(states[1]);
      expect(await stores.cases.history('202609280000011')).toEqual(entries.slice(0, 2));
      expect(await stores.cases.history('202609280000011', 1)).toEqual(entries.slice(1, 2));
    });

    test('a version is written once: the second of two writers finds a conflict and changes nothing', async () => {
      const { states, entries } = story('202609280000012');
      expect(await stores.cases.commit(at(states, 0), at(entries, 0))).toBe('committed');
      expect(await stores.cases.commit(at(states, 0), at(entries, 0))).toBe('conflict');
      expect(await stores.cases.commit(at(states, 2), at(entries, 2))).toBe('conflict');
      const race = await Promise.all(
        [1, 2, 3, 4].map(() => stores.cases.commit(at(states, 1), at(entries, 1))),
      );
      expect(race.toSorted()).toEqual(['committed', 'conflict', 'conflict', 'conflict']);
      expect(await stores.cases.load('202609280000012')).toEqual(states[1]);
      expect(await stores.cases.history('202609280000012')).toHaveLength(2);
    });

    test('several are loaded at once, in the order asked for, without those that are not there', async () => {
      const numbers = ['202609280000013', '202609280000014'];
      for (const number of numbers) {
        const { states, entries } = story(number);
        await stores.cases.commit(at(states, 0), at(entries, 0));
      }
      const found = await stores.cases.loadMany(['202609280000014', '209901010000000', '202609280000013']);
      expect(found.map((state) => state.number)).toEqual(['202609280000014', '202609280000013']);
      expect(await stores.cases.loadMany([])).toEqual([]);
    });

    test('what is due is listed oldest first with the newest due instant, and not at all once it has ended', async () => {
      const { states, entries } = story('202609280000015');
      const dueOf = async (until: number) => {
        const shards = Array.from({ length: DUE_SHARDS }, (_, shard) =>
          stores.cases.listDue(shard, until, 100),
        );
        return (await Promise.all(shards)).flat().filter((one) => one.number === '202609280000015');
      };
      await stores.cases.commit(at(states, 0), at(entries, 0));
      const first = at(states, 0).clock?.next?.at ?? 0;
      expect(await dueOf(first - 1)).toEqual([]);
      expect(await dueOf(first)).toEqual([{ number: '202609280000015', due: first }]);
      await stores.cases.commit(at(states, 1), at(entries, 1));
      await stores.cases.commit(at(states, 2), at(entries, 2));
      const later = at(states, 2).clock?.next?.at ?? 0;
      expect(await dueOf(first)).toEqual([]);
      expect(await dueOf(later)).toEqual([{ number: '202609280000015', due: later }]);
      const { clock: _clock, ...rest } = at(states, 2);
      const ended: Case = { ...rest, stage: 'closed', version: 4 };
      await stores.cases.commit(ended, { ...at(entries, 2), seq: 4 });
      expect(await dueOf(Number.MAX_SAFE_INTEGER % 1e13)).toEqual([]);
      expect(await stores.cases.load('202609280000015')).toEqual(ended);
    });

    test('what is due in one shard is read page by page, also where many are due at one instant', async () => {
      const shardOf = (number: string) => keys.due(number, 0).dueShard;
      const numbers = Array.from({ length: 300 }, (_, i) => String(202609280100000 + i)).filter(
        (number) => shardOf(number) === shardOf('202609280100000'),
      );
      for (const number of numbers) {
        const { states, entries } = story(number);
        await stores.cases.commit(at(states, 0), at(entries, 0));
      }
      expect(numbers.length).toBeGreaterThan(4);
      const found: string[] = [];
      const shard = Number(shardOf('202609280100000').slice(-2));
      let after: Due | undefined;
      do {
        const page = await stores.cases.listDue(shard, Date.parse('2026-12-31'), 2, after);
        expect(page.length).toBeLessThanOrEqual(2);
        found.push(...page.map(({ number }) => number));
        after = page.at(-1);
      } while (after);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(numbers));
    });

    test('a scan finds every case', async () => {
      const found: string[] = [];
      let from: string | undefined;
      do {
        const page = await stores.scan(from);
        found.push(...page.numbers);
        from = page.next;
      } while (from !== undefined);
      expect(found.toSorted()).toEqual(expect.arrayContaining(['202609280000011', '202609280000015']));
      expect(new Set(found).size).toBe(found.length);
    });
  });

  describe('conversations', () => {
    const record = (conversation: string, seq: number): TalkRecord<{ n: number }> => ({
      conversation,
      seq,
      at: 1_790_000_000_000 + seq,
      turn: `m${seq}`,
      said: { kind: 'text', text: `第${seq}句` },
      replies: [{ text: '好', choices: ['确认', '取消'] }],
      session: { n: seq },
    });

    test('records are appended once each and read from a cursor on, the newest alone', async () => {
      const talk = 'web:r-talk';
      expect(await stores.talks.latest(talk)).toBeUndefined();
      for (const seq of [20_000_000, 20_000_001, 20_000_002])
        expect(await stores.talks.append(record(talk, seq))).toBe('appended');
      expect(await stores.talks.append(record(talk, 20_000_001))).toBe('conflict');
      expect(await stores.talks.latest(talk)).toEqual(record(talk, 20_000_002));
      expect(await stores.talks.at(talk, 20_000_001)).toEqual(record(talk, 20_000_001));
      expect(await stores.talks.at(talk, 7)).toBeUndefined();
      expect((await stores.talks.after(talk, 20_000_000, 10)).map((one) => one.seq)).toEqual([
        20_000_001, 20_000_002,
      ]);
      expect((await stores.talks.after(talk, 0, 2)).map((one) => one.seq)).toEqual([20_000_000, 20_000_001]);
    });

    test('the record of a turn is found among many, but not among those before the moment looked back to', async () => {
      const talk = 'web:r-long';
      for (let seq = 1; seq <= 230; seq++) await stores.talks.append(record(talk, seq));
      expect(await stores.talks.find(talk, 'm3', record(talk, 1).at)).toEqual(record(talk, 3));
      expect(await stores.talks.find(talk, 'm230', record(talk, 1).at)).toEqual(record(talk, 230));
      expect(await stores.talks.find(talk, 'never', 0)).toBeUndefined();
      expect(await stores.talks.find('web:r-nobody', 'm3', 0)).toBeUndefined();
      expect(await stores.talks.find(talk, 'm3', record(talk, 150).at)).toBeUndefined();
    });

    test('ids that differ only in case are different people', async () => {
      await stores.talks.append(record('wechaty:oAbC_1', 1));
      expect(await stores.talks.latest('wechaty:oabc_1')).toBeUndefined();
    });

    test('connections are kept beside a conversation and do not count as records', async () => {
      await stores.talks.append(record('web:r-live', 1));
      const socket = (connection: string, until: number) => ({ connection, until });
      await stores.sockets.add('web:r-live', socket('zzz=', 1_900_000_000_000));
      await stores.sockets.add('web:r-live', { ...socket('abc=', 1_900_000_000_002), page: 'p1' });
      await stores.sockets.add('web:r-live', socket('def=', 1_900_000_000_001));
      const all = [
        { ...socket('abc=', 1_900_000_000_002), page: 'p1' },
        socket('def=', 1_900_000_000_001),
        socket('zzz=', 1_900_000_000_000),
      ];
      expect(await stores.sockets.list('web:r-live', 1_800_000_000_000)).toEqual(all);
      expect(await stores.sockets.list('web:r-live', 1_900_000_000_001)).toEqual(all.slice(0, 2));
      await stores.sockets.remove('web:r-live', socket('abc=', 1_900_000_000_002));
      expect(await stores.sockets.list('web:r-live', 1_800_000_000_000)).toEqual(all.slice(1));
      expect((await stores.talks.latest('web:r-live'))?.seq).toBe(1);
    });
  });

  describe('lists', () => {
    const row = (number: string, change: Partial<CaseRow> = {}): CaseRow => ({
      ...rowOf(at(story(number).states, 0)),
      ...change,
    });
    const street = '990101001';
    const numbersIn = async (list: TaskList, most = 100) =>
      (await stores.rows.tasksIn(list, most)).lines.map((line) => line.number);
    const supervised = (under: string): TaskList => ({ kind: 'supervised', under });
    const owned = (owner: ListOwner, under = street): TaskList => ({ kind: 'owned', owner, under });

    test('a case moves through the lists with its owner, and leaves them when it ends', async () => {
      const number = '202609280000021';
      await stores.rows.save(row(number), 'web:r-list');
      expect(await stores.rows.openInArea(street, 10)).toEqual([row(number)]);
      expect(await numbersIn(supervised(WEST))).toEqual([number]);
      expect(await stores.rows.numbersOfReporter('web:r-list', 10)).toEqual([number]);

      const assigned = row(number, { version: 2, stage: 'assigned', owner: 'unit@U03' });
      await stores.rows.save(assigned, 'web:r-list');
      expect(await stores.rows.openInArea(street, 10)).toEqual([assigned]);
      expect(await numbersIn(supervised(WEST))).toEqual([]);
      expect(await numbersIn(owned('unit@U03'))).toEqual([number]);

      await stores.rows.save(row(number), 'web:r-list');
      expect(await stores.rows.openInArea(street, 10)).toEqual([assigned]);
      expect(await numbersIn(owned('unit@U03'))).toEqual([number]);

      const closed = row(number, { version: 3, stage: 'closed', owner: 'resident@web:r-list' });
      await stores.rows.save(closed, 'web:r-list');
      await stores.rows.save(closed, 'web:r-list');
      expect(await stores.rows.openInArea(street, 10)).toEqual([]);
      expect(await numbersIn(owned('unit@U03'))).toEqual([]);
      expect(await stores.rows.endedInArea(street, '2026-09', 10)).toEqual([closed]);
      expect(await stores.rows.numbersOfReporter('web:r-list', 10)).toEqual([number]);
    });

    /** So that it is in nobody else's way. */
    const end = (last: CaseRow) => {
      const { others: _others, reopened: _reopened, ...rest } = last;
      return stores.rows.save(
        { ...rest, version: 99, stage: 'closed', owner: 'resident@web:r-end' },
        'web:r-end',
      );
    };

    test('a case is on the lists of everybody whose turn it is, and leaves each when it is theirs no more', async () => {
      const number = '202609280000071';
      const both = row(number, {
        owner: 'unit@U71',
        stage: 'handling',
        others: ['unit@U72', `leader@${street}`],
      });
      await stores.rows.save(both, 'web:r-both');
      for (const owner of ['unit@U71', 'unit@U72', `leader@${street}`] as const) {
        const { lines } = await stores.rows.tasksIn(owned(owner), 10);
        expect(lines).toEqual([{ number, leaf: WEST, owner }]);
      }
      const alone = row(number, { version: 2, owner: 'unit@U72', stage: 'handling' });
      await stores.rows.save(alone, 'web:r-both');
      expect(await numbersIn(owned('unit@U71'))).toEqual([]);
      expect(await numbersIn(owned('unit@U72'))).toEqual([number]);
      expect(await numbersIn(owned(`leader@${street}`))).toEqual([]);
      await end(alone);
    });

    test('what waits for the resident is still on the list of open tasks while somebody must approve', async () => {
      const number = '202609280000072';
      const owner = 'resident@web:r-72' as const;
      const waiting = row(number, { owner, stage: 'waiting', others: [`dispatcher@${street}`] });
      await stores.rows.save(waiting, 'web:r-72');
      const { lines } = await stores.rows.tasksIn({ kind: 'open', under: WEST }, 100);
      expect(lines.filter((line) => line.number === number)).toEqual([
        { number, leaf: WEST, owner, others: [`dispatcher@${street}`] },
      ]);
      await stores.rows.save(row(number, { version: 2, owner, stage: 'waiting' }), 'web:r-72');
      expect(await numbersIn({ kind: 'open', under: WEST })).not.toContain(number);
      await end(row(number));
    });

    test('a case that was found to lie elsewhere is in the lists of where it is, and of no other place', async () => {
      const number = '202609280000073';
      await stores.rows.save(row(number, { owner: 'unit@U73', stage: 'handling' }), 'web:r-73');
      const moved = row(number, { version: 2, leaf: EAST, owner: 'unit@U73', leavesBefore: [WEST] });
      await stores.rows.save(moved, 'web:r-73');
      await stores.rows.save(moved, 'web:r-73');
      expect((await stores.rows.openInLeaf(WEST, 100)).map((one) => one.number)).not.toContain(number);
      expect((await stores.rows.openInLeaf(EAST, 100)).map((one) => one.number)).toContain(number);
      expect((await stores.rows.tasksIn(owned('unit@U73'), 10)).lines).toEqual([
        { number, leaf: EAST, owner: 'unit@U73' },
      ]);
      await end(moved);
    });

    test('what is taken up again after it ended is open, and with the ended ones no more', async () => {
      const number = '202609280000074';
      const ended = row(number, { stage: 'declined', owner: 'resident@web:r-74', version: 2 });
      await stores.rows.save(ended, 'web:r-74');
      const again = row(number, {
        stage: 'screening',
        owner: `leader@${street}`,
        version: 3,
        reopened: true,
      });
      await stores.rows.save(again, 'web:r-74');
      const ends = await stores.rows.endedInArea(street, '2026-09', 100);
      expect(ends.map((one) => one.number)).not.toContain(number);
      expect((await stores.rows.openInLeaf(WEST, 100)).map((one) => one.number)).toContain(number);
      await end(again);
    });

    test('tasks are found by the part of a street and by whose turn it is', async () => {
      const mine = row('202609280000051');
      const theirs = row('202609280000052', { leaf: EAST, owner: `supervisor@${EAST}` });
      const ofUnit = row('202609280000053', { owner: 'unit@U09', stage: 'handling' });
      const ofUnitEast = row('202609280000050', { leaf: EAST, owner: 'unit@U09', stage: 'handling' });
      const ofDesk = row('202609280000054', { owner: `dispatcher@${street}`, stage: 'dispatching' });
      const rated = row('202609280000055', { owner: 'resident@web:r-cells', stage: 'rating' });
      const all = [mine, theirs, ofUnit, ofUnitEast, ofDesk, rated];
      for (const one of all) await stores.rows.save(one, 'web:r-cells');
      expect(await numbersIn(supervised(EAST))).toEqual([theirs.number]);
      expect(await numbersIn(supervised(WEST))).toEqual([mine.number]);
      expect(await numbersIn(supervised(street))).toEqual([mine.number, theirs.number]);
      expect(await numbersIn(owned('unit@U09'))).toEqual([ofUnit.number, ofUnitEast.number]);
      expect(await numbersIn(owned('unit@U09', '990101'))).toEqual([ofUnit.number, ofUnitEast.number]);
      expect(await numbersIn(owned('unit@U09', EAST))).toEqual([ofUnitEast.number]);
      expect(await numbersIn(owned(`dispatcher@${street}`))).toEqual([ofDesk.number]);
      expect(await stores.rows.tasksIn({ kind: 'open', under: EAST }, 100)).toEqual({
        lines: [
          { number: ofUnitEast.number, leaf: EAST, owner: 'unit@U09' },
          { number: theirs.number, leaf: EAST, owner: `supervisor@${EAST}` },
        ],
        read: 2,
        more: false,
      });
      expect(await numbersIn({ kind: 'open', under: WEST })).toEqual([
        mine.number,
        ofUnit.number,
        ofDesk.number,
      ]);
      for (const { number, leaf } of all) {
        const ended = row(number, { leaf, version: 9, stage: 'closed', owner: 'resident@web:r-cells' });
        await stores.rows.save(ended, 'web:r-cells');
      }
      expect(await numbersIn(owned('unit@U09'))).toEqual([]);
      expect(await numbersIn({ kind: 'open', under: street })).toEqual([]);
    });

    /** A list read to its end, so many lines at a time. */
    const inPages = async (list: TaskList, most: number) => {
      const lines: TaskLine[] = [];
      let read = 0;
      let after: string | undefined;
      do {
        const page = await stores.rows.tasksIn(list, most, after);
        lines.push(...page.lines);
        read += page.read;
        after = page.next;
      } while (after !== undefined);
      return { lines, read };
    };

    test('of a long list no more is read than is wanted, whatever is left out of it, and that is said', async () => {
      const numbers = Array.from({ length: 12 }, (_, i) => `2026092800001${String(i).padStart(2, '0')}`);
      for (const [i, number] of numbers.entries()) {
        const last = i === numbers.length - 1;
        const owner: Owner = last ? `supervisor@${EAST}` : 'unit@U08';
        await stores.rows.save(row(number, { leaf: EAST, owner }), 'web:r-long');
      }
      expect(await stores.rows.tasksIn(supervised(EAST), 5)).toMatchObject({
        lines: [],
        read: 5,
        more: true,
      });
      expect(await stores.rows.tasksIn(supervised(EAST), 50)).toMatchObject({ read: 12, more: false });
      expect(await numbersIn(supervised(EAST), 50)).toEqual([numbers[11]]);
      expect(await stores.rows.tasksIn(owned('unit@U08'), 4)).toMatchObject({ read: 4, more: true });
      expect(await numbersIn(owned('unit@U08'), 4)).toEqual(numbers.slice(0, 4));
      // Page by page every line is seen once, those that are left out are only read.
      for (const list of [owned('unit@U08'), supervised(EAST), { kind: 'open', under: EAST } as const]) {
        const { lines, read } = await stores.rows.tasksIn(list, 100);
        expect(await inPages(list, 5)).toEqual({ lines, read });
      }
      for (const number of numbers)
        await stores.rows.save(row(number, { leaf: EAST, version: 9, stage: 'closed' }), 'web:r-long');
    });

    test('how far the posts were seen to is kept step by step; who comes second writes nothing', async () => {
      const settled = { version: 'v1', date: '2026-09-28' };
      expect(await stores.mark.load()).toBeUndefined();
      expect(await stores.mark.save({ step: 2, settled })).toBe('conflict');
      expect(await stores.mark.save({ step: 1, settled })).toBe('saved');
      expect(await stores.mark.save({ step: 1, settled })).toBe('conflict');
      const seen = { step: 2, settled, next: { version: 'v2', staffing: 's1', date: '2026-09-29', at: 7 } };
      expect(await stores.mark.save(seen)).toBe('saved');
      expect(await stores.mark.load()).toEqual(seen);
      const sent = { ...seen, step: 3, sent: { change: 'c', bodies: 7, at: 8 } };
      expect(await stores.mark.save(sent)).toBe('saved');
      expect(await stores.mark.load()).toEqual(sent);
      expect(await stores.mark.save({ step: 4, settled })).toBe('saved');
      expect(await stores.mark.load()).toEqual({ step: 4, settled });
    });

    test('bodies of a change that were worked are counted, each once, and no other change’s', async () => {
      const body = (change: string, id: string) => ({ change, id, at: 1_790_560_800_000 });
      expect(await stores.worked.count('c1')).toBe(0);
      for (const id of ['a', 'b', 'a']) await stores.worked.add(body('c1', id));
      await stores.worked.add(body('c12', 'x'));
      expect(await stores.worked.count('c1')).toBe(2);
      expect(await stores.worked.count('c12')).toBe(1);
    });

    test('a line is found for a rebuild, and taken out unless it was written again', async () => {
      const number = '202609280000061';
      await stores.rows.save(row(number, { version: 4 }), 'web:r-lines');
      const lines = async () => (await stores.listed.page()).listed.filter((line) => line.number === number);
      expect(await lines()).toEqual([{ number, leaf: WEST, version: 4 }]);
      await stores.listed.drop({ number, leaf: WEST, version: 3 });
      expect(await lines()).toHaveLength(1);
      await stores.listed.drop({ number, leaf: WEST, version: 4 });
      expect(await lines()).toEqual([]);
    });

    test('lists are read page by page in order of number, a reporter’s newest first', async () => {
      const numbers = ['202609280000031', '202609280000032', '202609280000033'];
      for (const number of numbers.toReversed()) await stores.rows.save(row(number), 'web:r-page');
      expect((await stores.rows.openInArea(street, 2)).map((one) => one.number)).toEqual(numbers.slice(0, 2));
      const second = { leaf: WEST, number: numbers[1] ?? '' };
      expect((await stores.rows.openInArea(street, 2, second)).map((one) => one.number)).toEqual([
        numbers[2],
      ]);
      expect(await stores.rows.numbersOfReporter('web:r-page', 2)).toEqual([numbers[2], numbers[1]]);
    });
  });

  test('the city version in force is the last that was set; all are remembered, newest first', async () => {
    expect(await stores.cities.pointer('c')).toBeUndefined();
    await stores.cities.setCurrent('c', { before: undefined, after: 'v1', streets: [], at: 1_000 });
    await stores.cities.setCurrent('c', { before: 'v1', after: 'v2', streets: [], at: 2_000 });
    expect(await stores.cities.pointer('c')).toEqual({ version: 'v2' });
    expect((await stores.cities.history('c')).map((one) => one.version)).toEqual(['v2', 'v1']);
  });

  test('a version takes the place of the one it was compared with; another one is a conflict and leaves nothing', async () => {
    const set = (before: string | undefined, after: string, at: number) =>
      stores.cities.setCurrent('p', { before, after, streets: [after], at });
    expect(await set('v0', 'v1', 1_000)).toBe('conflict');
    expect(await stores.cities.pointer('p')).toBeUndefined();
    expect(await set(undefined, 'v1', 2_000)).toBe('set');
    expect(await set(undefined, 'v2', 3_000)).toBe('conflict');
    const race = await Promise.all(['v2', 'v3', 'v4'].map((after, i) => set('v1', after, 4_000 + i)));
    // Transactions that meet may all give way; never do two come through.
    const won = race.indexOf('set') < 0 ? 'v1' : `v${race.indexOf('set') + 2}`;
    expect(race.filter((one) => one === 'set').length).toBeLessThanOrEqual(1);
    expect(await stores.cities.pointer('p')).toEqual({
      version: won,
      streets: won === 'v1' ? ['v1'] : ['v1', won],
    });
    const history = (await stores.cities.history('p')).map(({ version }) => version);
    expect(history).toEqual(won === 'v1' ? ['v1'] : [won, 'v1']);
  });

  test('a version adds its streets to those that are kept, each once; a conflict adds none', async () => {
    const streets = async () => (await stores.cities.pointer('k2'))?.streets;
    const set = (before: string | undefined, after: string, some: readonly string[]) =>
      stores.cities.setCurrent('k2', { before, after, streets: some, at: Number(after) });
    await set(undefined, '1', ['990101002', '990101001']);
    expect(await streets()).toEqual(['990101001', '990101002']);
    await set('1', '2', ['990101001']);
    await set('2', '3', []);
    await set('3', '4', ['990101000', '990101001']);
    expect(await set('3', '5', ['990101009'])).toBe('conflict');
    expect(await streets()).toEqual(['990101000', '990101001', '990101002']);
  });

  test('a staffing takes the place of the one it was made from, with its line; another one is a conflict and leaves nothing', async () => {
    const line = (at: number, person: string) =>
      ({ at, kind: 'leave', person, by: person, words: `${person} 请假` }) as const;
    await stores.cities.setCurrent('s', {
      before: undefined,
      after: 'v1',
      streets: ['990101002'],
      at: 1_000,
    });
    const set = (before: string | undefined, after: string, at: number) =>
      stores.cities.setStaffing('s', { before, after, line: line(at, `S${at}`) });
    expect(await set(undefined, 'a', 1)).toBe('set');
    expect(await set(undefined, 'b', 2)).toBe('conflict');
    expect(await set('b', 'c', 3)).toBe('conflict');
    expect(await set('a', 'd', 4)).toBe('set');
    expect(await stores.cities.pointer('s')).toEqual({
      version: 'v1',
      staffing: 'd',
      streets: ['990101002'],
    });
    expect(await stores.cities.staffingLines('s', 10)).toEqual([line(4, 'S4'), line(1, 'S1')]);
    expect(await stores.cities.staffingLines('s', 1)).toEqual([line(4, 'S4')]);
    await stores.cities.setCurrent('s', { before: 'v1', after: 'v2', streets: [], at: 5_000 });
    expect(await stores.cities.pointer('s')).toEqual({
      version: 'v2',
      staffing: 'd',
      streets: ['990101002'],
    });
  });

  codeContract(() => stores);
  solvedContract(() => stores);
  listingContract(() => stores);
  test('what was asked for before is known with the moment it first was', async () => {
    const asked = [];
    for (const [id, now] of [
      ['one', 5_000],
      ['one', 9_000],
      ['other', 9_000],
      ['one', 2_000],
    ] as const)
      asked.push(await stores.firstAsked(id, now));
    expect(asked).toEqual([5_000, 5_000, 9_000, 5_000]);
  });
  describe('notices that wait', () => heldContract(() => stores.held));
};
