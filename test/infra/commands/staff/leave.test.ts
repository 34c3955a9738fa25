import { runStaff } from '../../../../infra/commands/staff.ts';
import { smallKnowledge } from '../../../support/smallCity.ts';
import { smallWorld } from '../../../support/smallWorld.ts';

const openDesk = () => {
  const world = smallWorld(smallKnowledge());
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const code = await runStaff(args, {
      out: (line) => void said.push(line),
      err: (line) => void said.push(line),
      open: async ({ stage }) => ({ ...world, name: stage, below: () => 0, lines: async () => [] }),
    });
    return { code, said: said.join('\n') };
  };
  return { run, world };
};

test('leave files days for somebody, return ends them; both are kept with who asked', async () => {
  const { run, world } = openDesk();
  expect(await run('leave', 'S1', '--from', '2026-10-01', '--to', '2026-10-07')).toMatchObject({
    code: 0,
    said: expect.stringContaining('S1 请假 2026-10-01 至 2026-10-07，由 L1 代理'),
  });
  expect((await world.cities.current()).holders('supervisor', '990101001001001', '2026-10-03')).toMatchObject(
    [{ person: 'L1', actingFor: 'S1' }],
  );
  expect(await run('leave', 'S2')).toMatchObject({
    code: 0,
    said: expect.stringContaining('S2 请假 2026-09-28 至 销假'),
  });
  expect(await run('return', 'S1')).toMatchObject({ code: 0, said: expect.stringContaining('S1 已销假') });
  expect(world.staffing.lines().map(({ kind, person, by }) => [kind, person, by])).toEqual([
    ['leave', 'S1', 'admin'],
    ['leave', 'S2', 'admin'],
    ['return', 'S1', 'admin'],
  ]);
});

test('return a second time ends no other leave and says the same; --from names another one', async () => {
  const { run, world } = openDesk();
  await run('leave', 'S1', '--to', '2026-10-03');
  world.clock.now += 2 * 86_400_000;
  await run('leave', 'S1', '--from', '2026-11-01', '--to', '2026-11-07');
  const leaves = async () => (await world.staffing.load()).staffing.leaves.map(({ from }) => from);
  const first = await run('return', 'S1');
  expect(first).toEqual({ code: 0, said: 'S1 已销假（原定 2026-09-28 至 2026-10-03）。' });
  expect(await run('return', 'S1')).toEqual(first);
  expect(await leaves()).toEqual(['2026-11-01', '2026-09-28']);
  const named = await run('return', 'S1', '--from', '2026-11-01');
  expect(named).toEqual({ code: 0, said: 'S1 已销假（原定 2026-11-01 至 2026-11-07）。' });
  expect(await run('return', 'S1', '--from', '2026-11-01')).toEqual(named);
  expect(await leaves()).toEqual(['2026-09-28']);
  expect(world.staffing.lines().filter(({ kind }) => kind === 'return')).toHaveLength(2);
});

test('return a second time with no other leave says the same', async () => {
  const { run } = openDesk();
  await run('leave', 'S1', '--to', '2026-10-03');
  const first = await run('return', 'S1');
  expect(first.code).toBe(0);
  expect(await run('return', 'S1')).toEqual(first);
});

test('a stage that is not reached is said in one line, with where to look', async () => {
  const err: string[] = [];
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  });
  const code = await runStaff(['leave', 'S1', '--data', 'mine'], {
    out: () => undefined,
    err: (line) => void err.push(line),
    open: () => Promise.reject(refused),
  });
  expect([code, err]).toEqual([
    1,
    [expect.stringMatching(/^连不上（ECONNREFUSED）：没有办完.*npm run staff -- log --data mine 看/u)],
  ]);
});

test('the way back names the stage as it was given', async () => {
  const { run } = openDesk();
  const { said } = await run('leave', 'S1', '--from', '2026-10-01', '--stage', 'dev', '--table', 'T');
  expect(said).toMatch(/npm run staff -- return S1 --stage dev --table T$/u);
});

test.each([
  [['leave', 'S1', '--from', '2026-09-27'], 1, '--from 写今天或以后'],
  [['leave', 'S1', '--from', '2026-10-03', '--to', '2026-10-01'], 1, '--to 在 --from 前面'],
  [['leave', 'S1', '--from', '10月1日'], 2, '不是日期'],
  [['leave', 'S1', '--from', '2027-02-01', '--to', '2027-02-30'], 2, '没有 2027-02-30 这一天'],
  [['leave', 'S1', '--to', '2026-02-30'], 2, '没有 2026-02-30 这一天'],
  [['leave', 'S1', '--from', '2026-11-31'], 2, '没有 2026-11-31 这一天'],
  [['return', 'S1', '--from', '2027-02-30'], 2, '没有 2027-02-30 这一天'],
  [['return', 'S1', '--data', 'mine', '--city', 'small'], 1, 'list --city small --data mine'],
  [['leave', 'L1', '--from', '2026-10-01'], 1, 'deputy 或 superior'],
  [['leave', 'X9'], 1, '台账里没有 X9'],
  [['return', 'S1'], 1, '没有登记请假'],
])('%j is refused, with what to do', async (args, code, words) => {
  const { run, world } = openDesk();
  expect(await run(...args)).toMatchObject({ code, said: expect.stringContaining(words) });
  expect(world.staffing.lines()).toEqual([]);
});
