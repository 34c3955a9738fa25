import { openCase } from '../../shared/application/commandCase.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import { rowOf } from '../../shared/application/projectCase.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { lifeOf, RESIDENT, report, staff } from '../support/lifeOf.ts';
import { smallKnowledge, WEST } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

test('a row tells which post has not taken up what is its own, and since when', () => {
  const life = lifeOf(smallKnowledge()).when(report());
  const opened = life.now;
  expect(rowOf(life.state).unsigned).toEqual([{ owner: `supervisor@${WEST}`, since: opened }]);
  life.after(60_000).when({ type: 'verify' }, staff('S1'));
  expect(rowOf(life.state).unsigned).toEqual([{ owner: 'unit@U03', since: opened + 60_000 }]);
  life.when({ type: 'sign' }, staff('H3', 'handler'));
  expect(rowOf(life.state)).not.toHaveProperty('unsigned');
});

test('a row tells that a limit crosses into a year whose working days are not announced, and only then', () => {
  const signed = (start: string) =>
    lifeOf(smallKnowledge(), start)
      .when(report())
      .when({ type: 'verify' }, staff('S1'))
      .when({ type: 'sign' }, staff('H3', 'handler')).state;
  expect(rowOf(signed('2026-12-30 10:00')).provisional).toBe(true);
  expect(rowOf(signed('2026-09-28 10:00'))).not.toHaveProperty('provisional');
});

test('what somebody brought about in their own conversation is marked as an answer to it, and what others did is not', async () => {
  const of = async (reporter: string) => {
    const world = smallWorld();
    const by = reporter === RESIDENT.person ? RESIDENT : { ...RESIDENT, person: reporter };
    const command = report({ reporter }) as Extract<CaseCommand, { type: 'open' }>;
    const opened = await openCase(world)(command, { id: 'm1', by });
    if (opened.kind !== 'done') throw new Error('not opened');
    const notify = notifyPeople({
      ...world,
      history: world.cases.history,
      follow: async () => undefined,
    });
    return (await notify(opened.case.number, 1)).map(({ conversation, answers }) => [conversation, answers]);
  };
  // The supervisor reports something in their own cell: the card is theirs.
  expect(await of('web:S1')).toEqual([['web:S1', true]]);
  expect(await of(RESIDENT.person)).toEqual([['web:S1', undefined]]);
});
