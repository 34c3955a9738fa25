import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { countByStage } from '../../shared/application/countByStage.ts';
import { listCases } from '../../shared/application/listCases.ts';
import { projectCase, rebuildRows, rowOf } from '../../shared/application/projectCase.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { RESIDENT, report, staff } from '../support/lifeOf.ts';
import { EAST, inEast, smallKnowledge, WEST } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

type Open = Extract<CaseCommand, { type: 'open' }>;

const open = async (world: ReturnType<typeof smallWorld>, id: string) => {
  const outcome = await openCase(world)(report() as Open, { id, by: RESIDENT });
  if (outcome.kind !== 'done') throw new Error('not opened');
  return outcome.case;
};

test('lists show a resident their own and staff what is theirs; figures count what is open', async () => {
  const world = smallWorld();
  const first = await open(world, 'm1');
  const second = await open(world, 'm2');
  await commandCase(world)(second.number, { type: 'verify' }, { id: 'v', by: staff('S1') });
  const project = projectCase(world);
  await project(first.number);
  await project(second.number);
  const list = listCases(world);
  const numbers = async (conversation: string) =>
    (await list(conversation)).map((row) => row.number).toSorted();
  expect(await numbers('web:r-1')).toEqual([first.number, second.number].toSorted());
  expect(await numbers('web:r-2')).toEqual([]);
  expect(await numbers('web:S1')).toEqual([first.number]);
  expect(await numbers('web:H3')).toEqual([second.number]);
  expect(await numbers('web:S2')).toEqual([]);
  expect(await countByStage(world)()).toEqual([
    {
      street: '990101001',
      name: '一街道',
      gone: false,
      stages: { verifying: 1, assigned: 1 },
      open: 2,
      overdue: 0,
    },
  ]);
});

test('a list that lags behind shows nobody what is no longer theirs', async () => {
  const world = smallWorld();
  const state = await open(world, 'm1');
  await projectCase(world)(state.number);
  await commandCase(world)(state.number, { type: 'verify' }, { id: 'v', by: staff('S1') });
  const { lines } = await world.rows.tasksIn({ kind: 'supervised', under: WEST }, 9);
  expect(lines.map(({ number }) => number)).toEqual([state.number]);
  expect(await listCases(world)('web:S1')).toEqual([]);
});

test('a rebuild makes every list again from the cases', async () => {
  const world = smallWorld();
  const state = await open(world, 'm1');
  const progress: number[] = [];
  const done = await rebuildRows({ ...world, scan: world.cases.scan, listed: world.rows.listed })((count) =>
    progress.push(count),
  );
  expect([done, progress]).toEqual([1, [1]]);
  expect(await world.rows.numbersOfReporter('web:r-1', 9)).toEqual([state.number]);
});

test('a rebuild takes out what no list should hold, and nothing else', async () => {
  const world = smallWorld();
  const state = await open(world, 'm1');
  const row = rowOf(state);
  await world.rows.save({ ...row, number: '202609280009999' }, 'web:r-1');
  await rebuildRows({ ...world, scan: world.cases.scan, listed: world.rows.listed })(() => undefined);
  expect((await world.rows.openInArea('990101001', 9)).map((one) => one.number)).toEqual([state.number]);
});

test('an entry without its snapshot is a fault, not an empty row', async () => {
  await expect(projectCase(smallWorld())('209901010000000')).rejects.toThrow('no snapshot');
});

test('a post above the cell finds the tasks it answers for, and a unit’s long list is read until they are found', async () => {
  const { ledger } = smallKnowledge().city;
  const know = smallKnowledge({
    ledger: ledger.map((row) => {
      if (row.person === 'S1') return { ...row, area: '990101001001' };
      return row.person === 'H3' ? { ...row, area: EAST } : row;
    }),
  });
  const world = smallWorld(know);
  const list = listCases(world);
  for (let i = 0; i < 60; i++) {
    const opened = await open(world, `w${i}`);
    await commandCase(world)(opened.number, { type: 'verify' }, { id: 'v', by: staff('S1') });
    await projectCase(world)(opened.number);
  }
  const waiting = await open(world, 'last');
  await projectCase(world)(waiting.number);
  expect((await list('web:S1')).map((row) => row.number)).toEqual([waiting.number]);

  world.clock.now += 3_600_000;
  const outcome = await openCase(world)(report({ place: inEast }) as Open, { id: 'east', by: RESIDENT });
  if (outcome.kind !== 'done') throw new Error('not opened');
  await commandCase(world)(outcome.case.number, { type: 'verify' }, { id: 'v', by: staff('S2') });
  await projectCase(world)(outcome.case.number);
  expect((await list('web:H3')).map((row) => row.number)).toEqual([outcome.case.number]);
});
