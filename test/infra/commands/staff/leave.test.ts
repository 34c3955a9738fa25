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

test.each([
  [['leave', 'S1', '--from', '2026-09-27'], 1, '--from 写今天或以后'],
  [['leave', 'S1', '--from', '2026-10-03', '--to', '2026-10-01'], 1, '--to 在 --from 前面'],
  [['leave', 'S1', '--from', '10月1日'], 2, '不是日期'],
  [['leave', 'L1', '--from', '2026-10-01'], 1, 'deputy 或 superior'],
  [['leave', 'X9'], 1, '台账里没有 X9'],
  [['return', 'S1'], 1, '没有登记请假'],
])('%j is refused, with what to do', async (args, code, words) => {
  const { run, world } = openDesk();
  expect(await run(...args)).toMatchObject({ code, said: expect.stringContaining(words) });
  expect(world.staffing.lines()).toEqual([]);
});
