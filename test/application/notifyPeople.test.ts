import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { By } from '../../shared/domain/case/CaseEvent.ts';
import { at, CLOCK, RESIDENT, report, staff } from '../support/lifeOf.ts';
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
  const notify = notifyPeople({ history: world.cases.history, cities: world.cities, now: world.now });
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
  const notify = notifyPeople({ history: world.cases.history, cities: world.cities, now: world.now });
  const before = await notify(number, 1);
  await commandCase(world)(number, { type: 'sign' }, { id: 'later', by: H3 });
  expect(await notify(number, 1)).toEqual(before);
  expect(before[0]?.notice.id).toBe(`${number}#1#0`);
});

test('a reminder goes to who has it, overdue to their superior too, an urging to who has it', async () => {
  const { told } = await play([
    [{ type: 'tick' }, CLOCK, '2026-09-28 10:45'],
    [{ type: 'tick' }, CLOCK, '2026-09-28 11:00'],
    [{ type: 'tick' }, CLOCK, '2026-09-29 09:00'],
  ]);
  expect(told.slice(1).map(short)).toEqual([
    ['web:S1 reminder'],
    ['web:S1 overdue', 'web:L1 overdue'],
    ['web:S1 urge'],
  ]);
});

test('after an outage the owner hears the last of several steps, and the superior that it is overdue', async () => {
  const { told } = await play([[{ type: 'tick' }, CLOCK, '2026-09-30 10:00']]);
  expect(short(told[1] ?? [])).toEqual(['web:L1 overdue', 'web:S1 urge']);
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
  const notify = notifyPeople({ history: world.cases.history, cities: world.cities, now: world.now });
  await expect(notify('209901010000000', 1)).rejects.toThrow('is not in the history');
});
