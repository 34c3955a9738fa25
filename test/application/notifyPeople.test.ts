import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { followUp } from '../../shared/application/followUp.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { By } from '../../shared/domain/case/CaseEvent.ts';
import { at, CLOCK, RESIDENT, report, staff } from '../support/lifeOf.ts';
import { knowLoop } from '../support/loopCity.ts';
import { smallCity, smallKnowledge } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

type Open = Extract<CaseCommand, { type: 'open' }>;
const S1 = staff('S1');
const H3 = staff('H3', 'handler');

/** Plays commands and answers who was told what after each. */
const play = async (
  steps: readonly (readonly [Exclude<CaseCommand, Open>, By, string?])[],
  world = smallWorld(),
) => {
  const opened = await openCase(world)(report({ text: '路灯坏了，我电话13812345678' }) as Open, {
    id: 'm1',
    by: RESIDENT,
  });
  if (opened.kind !== 'done') throw new Error('not opened');
  const { number } = opened.case;
  for (const [i, [command, by, time]] of steps.entries()) {
    if (time) world.clock.now = at(time);
    const outcome = await commandCase(world)(number, command, { id: `c${i}`, by });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }
  const notify = notifyPeople({ ...world, history: world.cases.history, follow: followUp(world) });
  const told = [];
  for (let seq = 1; seq <= steps.length + 1; seq++) told.push(await notify(number, seq));
  return { number, told };
};

const short = (pushes: readonly { conversation: string; notice: { kind: string } }[]) =>
  pushes.map(({ conversation, notice }) => `${conversation} ${notice.kind}`);

test('each step is told to whom it concerns, and to nobody else', async () => {
  const { told } = await play([
    [{ type: 'verify' }, S1],
    [{ type: 'sign' }, H3],
    [{ type: 'finish', report: '换了灯泡', photos: ['photos/h/1'] }, H3],
    [{ type: 'pass' }, S1],
    [{ type: 'rate', rating: { overall: 'A' } }, RESIDENT],
  ]);
  expect(told.map(short)).toEqual([
    ['web:S1 verifyTask'],
    ['web:r-1 accepted', 'web:H3 unitTask'],
    [],
    ['web:S1 checkTask'],
    ['web:r-1 result'],
    [],
  ]);
});

test('private data is masked in what is pushed, and the result carries the report and its photos', async () => {
  const { told } = await play([
    [{ type: 'verify' }, S1],
    [{ type: 'sign' }, H3],
    [{ type: 'finish', report: '换了灯泡，联系13912345678', photos: ['photos/h/1'] }, H3],
    [{ type: 'pass' }, S1],
  ]);
  expect(told[0]?.[0]?.notice).toMatchObject({ service: '路灯异常', place: '建设路12号', photos: [] });
  expect(JSON.stringify(told)).not.toContain('13812345678');
  expect(JSON.stringify(told)).not.toContain('13912345678');
  expect(told[4]?.[0]?.notice).toMatchObject({ kind: 'result', photos: ['photos/h/1'], unit: '路灯管理所' });
});

test('the same entry gives the same notices with the same ids, whatever happened since', async () => {
  const world = smallWorld();
  const { number } = await play([[{ type: 'verify' }, S1]], world);
  const notify = notifyPeople({ ...world, history: world.cases.history, follow: followUp(world) });
  const before = await notify(number, 1);
  await commandCase(world)(number, { type: 'sign' }, { id: 'later', by: H3 });
  expect(await notify(number, 1)).toEqual(before);
  expect(before[0]?.notice.id).toBe(`${number}#1#0`);
});

/** The loop city: with deputies, leaders of units and superiors. */
const loop = (version = 'loop-1') => smallWorld(knowLoop(version));
const HANDLED: readonly (readonly [Exclude<CaseCommand, Open>, By])[] = [
  [{ type: 'verify' }, S1],
  [{ type: 'sign' }, H3],
];

test('each step of the ladder goes to whom it is for: the post, deputies, the unit’s leader, the superior', async () => {
  const { told } = await play(
    [
      ...HANDLED,
      [{ type: 'tick' }, CLOCK, '2026-09-30 11:00'],
      [{ type: 'tick' }, CLOCK, '2026-09-30 17:30'],
      [{ type: 'tick' }, CLOCK, '2026-10-08 17:30'],
      [{ type: 'tick' }, CLOCK, '2026-10-09 17:30'],
      [{ type: 'tick' }, CLOCK, '2026-10-13 17:30'],
    ],
    loop(),
  );
  expect(told.slice(3).map(short)).toEqual([
    ['web:H3 reminder', 'web:H4 reminder'],
    ['web:H3 urge', 'web:H4 urge'],
    ['web:H3 yellow', 'web:H4 yellow', 'web:L3 yellow'],
    ['web:H3 red', 'web:H4 red', 'web:L3 red'],
    ['web:H3 list', 'web:H4 list', 'web:L3 list'],
  ]);
  expect(told[7]?.[0]?.notice).toMatchObject({ late: '路灯管理所', listedDue: at('2026-10-27 17:30') });
});

test('of a supervisor who is late the leader of the area hears, then the superior', async () => {
  const { told } = await play(
    [
      [{ type: 'tick' }, CLOCK, '2026-09-28 11:00'],
      [{ type: 'tick' }, CLOCK, '2026-09-30 17:30'],
    ],
    loop(),
  );
  expect(told.slice(1).map(short)).toEqual([
    ['web:S1 urge', 'web:S2 urge'],
    ['web:S1 red', 'web:L0 red', 'web:L1 red'],
  ]);
  expect(told[2]?.[0]?.notice).toMatchObject({ steps: ['yellow', 'red'], late: '西网格' });
});

test('whoever was given the task hears of it instead of all of the unit', async () => {
  const { told } = await play(
    [
      ...HANDLED,
      [{ type: 'transfer', to: { person: 'H4' } }, H3],
      [{ type: 'tick' }, CLOCK, '2026-09-30 11:00'],
    ],
    loop(),
  );
  expect(told.slice(3).map(short)).toEqual([['web:H4 unitTask'], ['web:H4 reminder']]);
});

test('nobody of the unit complained about hears of it, in whatever post', async () => {
  const world = loop();
  const opened = await openCase(world)(report({ about: 'U03', service: '06010' }) as Open, {
    id: 'm1',
    by: RESIDENT,
  });
  if (opened.kind !== 'done') throw new Error('not opened');
  const { number } = opened.case;
  await commandCase(world)(number, { type: 'verify' }, { id: 'm2', by: S1 });
  world.clock.now = at('2026-12-01 10:00');
  await commandCase(world)(number, { type: 'tick' }, { id: 'm3', by: CLOCK });
  const notify = notifyPeople({ ...world, history: world.cases.history, follow: followUp(world) });
  const told = (await Promise.all([1, 2, 3].map((seq) => notify(number, seq))))
    .flat()
    .map(({ conversation }) => conversation);
  expect(told).toContain('web:H1');
  for (const accused of ['web:H3', 'web:H4', 'web:L3']) expect(told).not.toContain(accused);
});

test('a case filed without a rating is told as unrated', async () => {
  const { told } = await play([
    [{ type: 'verify' }, S1],
    [{ type: 'sign' }, H3],
    [{ type: 'finish', report: 'x', photos: [] }, H3],
    [{ type: 'pass' }, S1],
    [{ type: 'tick' }, CLOCK, '2026-10-11 09:00'],
  ]);
  expect(short(told[5] ?? [])).toEqual(['web:r-1 filedUnrated']);
});

test('a post that nobody holds does not swallow a task: the leaders of the area get it', async () => {
  const know = smallKnowledge({ ledger: smallCity.ledger.filter((row) => row.person !== 'S1') });
  const { told } = await play([], smallWorld(know));
  expect(short(told[0] ?? [])).toEqual(['web:L1 verifyTask']);
});

test('an entry that is not there is a fault', async () => {
  const world = smallWorld();
  const notify = notifyPeople({ ...world, history: world.cases.history, follow: followUp(world) });
  await expect(notify('209901010000000', 1)).rejects.toThrow('is not in the history');
});
