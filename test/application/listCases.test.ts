import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { listCases } from '../../shared/application/listCases.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { report, staff } from '../support/lifeOf.ts';
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
