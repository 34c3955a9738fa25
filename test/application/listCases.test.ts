import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { listCases, tasksOf } from '../../shared/application/listCases.ts';
import { projectCase, rowOf } from '../../shared/application/projectCase.ts';
import type { Case, Owner } from '../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { LedgerRow } from '../../shared/domain/city/City.ts';
import { lifeOf, RESIDENT, report, staff } from '../support/lifeOf.ts';
import { EAST, smallKnowledge, WEST } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

type Open = Extract<CaseCommand, { type: 'open' }>;

test('somebody of the staff finds their tasks, oldest first, then what they reported themselves; each once', async () => {
  const world = smallWorld();
  const open = async (reporter: string) => {
    const by = { person: reporter, role: 'resident' } as const;
    const outcome = await openCase(world)(report({ reporter }) as Open, { id: `m${world.now()}`, by });
    if (outcome.kind !== 'done') throw new Error('not opened');
    await projectCase(world)(outcome.case.number);
    world.clock.now += 900_000;
    return outcome.case.number;
  };
  const own = await open('web:S1');
  const [first, second] = [await open('web:r-1'), await open('web:r-1')];
  const list = async (conversation: string) =>
    (await listCases(world)(conversation)).map(({ number }) => number);
  expect(await list('web:S1')).toEqual([own, first, second]);
  await commandCase(world)(own, { type: 'verify' }, { id: 'v', by: staff('S1') });
  await projectCase(world)(own);
  expect(await list('web:S1')).toEqual([first, second, own]);
  expect(await list('web:H3')).toEqual([own]);
});

/** So many open cases of a unit (or of another owner) in a leaf, in the lists alone; and how the lists were read. */
const busyWorld = (know = smallKnowledge()) => {
  const world = smallWorld(know);
  const states = new Map<string, Case>();
  const life = lifeOf(know).when(report(), RESIDENT);
  const reads = { lists: 0, cases: 0 };
  let last = 0;
  const add = async (count: number, leaf: string, owner: Owner): Promise<readonly string[]> => {
    const numbers = Array.from({ length: count }, () => `20260928${String(++last).padStart(7, '0')}`);
    for (const number of numbers) {
      const state: Case = { ...life.state, number, leaf, owner, stage: 'handling' };
      states.set(number, state);
      await world.rows.save(rowOf(state), 'web:r-1');
    }
    return numbers;
  };
  const counted = {
    now: world.now,
    rows: {
      ...world.rows,
      tasksIn: async (...asked: Parameters<typeof world.rows.tasksIn>) => {
        reads.lists += 1;
        return world.rows.tasksIn(...asked);
      },
    },
    cases: {
      loadMany: async (numbers: readonly string[]) => {
        reads.cases += numbers.length;
        return numbers.flatMap((number) => states.get(number) ?? []);
      },
    },
  };
  const tasks = async (person: string, most = 10) => {
    const { cases, more } = await tasksOf(counted)(person, know, most);
    return { numbers: cases.map(({ number }) => number), more };
  };
  return { add, tasks, reads, states };
};

const { ledger } = smallKnowledge().city;

describe('what somebody has to do', () => {
  test('is found with one read where a unit has handlers per area and most tasks lie elsewhere', async () => {
    const know = smallKnowledge({
      ledger: ledger.flatMap((row) =>
        row.person === 'H3'
          ? [
              { ...row, area: EAST },
              { ...row, area: WEST, person: 'H4' },
            ]
          : [row],
      ),
    });
    const world = busyWorld(know);
    await world.add(1_500, WEST, 'unit@U03');
    expect(await world.tasks('H3')).toEqual({ numbers: [], more: undefined });
    const mine = await world.add(3, EAST, 'unit@U03');
    expect(await world.tasks('H3')).toEqual({ numbers: mine, more: undefined });
    expect(world.reads).toEqual({ lists: 2, cases: 3 });
  });

  test('is found with one read a street, however many cells it has', async () => {
    const know = smallKnowledge({
      ledger: ledger.flatMap((row) => {
        if (row.person === 'S1') return [{ ...row, area: '990101' }];
        return row.person === 'S2' ? [] : [row];
      }),
    });
    const world = busyWorld(know);
    const west = await world.add(2, WEST, `supervisor@${WEST}`);
    await world.add(30, WEST, 'unit@U03');
    const east = await world.add(2, EAST, `supervisor@${EAST}`);
    expect(await world.tasks('S1')).toEqual({ numbers: [...west, ...east], more: undefined });
    expect(world.reads).toEqual({ lists: 1, cases: 4 });
  });

  test('is the oldest of all, and it is said that there are newer ones', async () => {
    const world = busyWorld();
    const west = await world.add(3, WEST, 'unit@U03');
    const east = await world.add(3, EAST, 'unit@U03');
    const later = await world.add(1, WEST, 'unit@U03');
    expect(await world.tasks('H3', 6)).toEqual({ numbers: [...west, ...east], more: 'newer' });
    expect(await world.tasks('H3', 7)).toEqual({ numbers: [...west, ...east, ...later], more: undefined });
  });

  test('is said to be incomplete where the lists are too long to be read', async () => {
    const world = busyWorld();
    await world.add(10_050, WEST, 'unit@U03');
    expect(await world.tasks('H3', 2)).toMatchObject({ more: 'any' });
    expect(world.reads).toEqual({ lists: 1, cases: 2 });
    const vacant = busyWorld(smallKnowledge({ ledger: ledger.filter(({ person }) => person !== 'S2') }));
    await vacant.add(10_050, WEST, 'unit@U03');
    await vacant.add(1, EAST, `supervisor@${EAST}`);
    expect(await vacant.tasks('L1')).toEqual({ numbers: [], more: 'any' });
  });

  test('leaves out what went on since the lists were written, and goes on behind it', async () => {
    const world = busyWorld();
    const numbers = await world.add(9, WEST, 'unit@U03');
    for (const number of numbers.slice(0, 4)) {
      const state = world.states.get(number);
      if (state) world.states.set(number, { ...state, owner: `supervisor@${WEST}` });
    }
    expect(await world.tasks('H3', 3)).toEqual({ numbers: numbers.slice(4, 7), more: 'newer' });
  });
});

describe('a post that nobody holds', () => {
  const without = (...people: readonly string[]) =>
    smallKnowledge({ ledger: ledger.filter(({ person }) => !people.includes(person)) });

  test.each<[string, Owner]>([
    ['S1', `supervisor@${WEST}`],
    ['D1', 'dispatcher@990101001'],
    ['H1', 'unit@U01'],
  ])('leaves its tasks to the leader of the area: %s', async (person, owner) => {
    const vacant = busyWorld(without(person));
    const numbers = await vacant.add(2, WEST, owner);
    expect(await vacant.tasks('L1')).toEqual({ numbers, more: undefined });
    const held = busyWorld();
    await held.add(2, WEST, owner);
    expect(await held.tasks('L1')).toEqual({ numbers: [], more: undefined });
  });

  test('leaves them to the nearest leader, and a unit’s to the unit’s leader first', async () => {
    const nearer = { ...ledger.find(({ person }) => person === 'L1'), area: '990101001001', person: 'L2' };
    const vacant = busyWorld(
      smallKnowledge({
        ledger: [...ledger.filter(({ person }) => person !== 'S1' && person !== 'H3'), nearer as LedgerRow],
      }),
    );
    const [supervised, handled] = [
      await vacant.add(1, WEST, `supervisor@${WEST}`),
      await vacant.add(1, WEST, 'unit@U03'),
    ];
    expect((await vacant.tasks('L2')).numbers).toEqual(supervised);
    expect((await vacant.tasks('L1')).numbers).toEqual([]);
    expect((await vacant.tasks('L3')).numbers).toEqual(handled);
  });
});
