import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import type { CaseStore } from '../../shared/application/ports.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { caseNumber } from '../../shared/domain/case/caseNumber.ts';
import { firstBreak } from '../../shared/domain/case/chain.ts';
import { at, CLOCK, RESIDENT, report, staff } from '../support/lifeOf.ts';
import { smallWorld } from '../support/smallWorld.ts';

type Open = Extract<CaseCommand, { type: 'open' }>;
const S1 = staff('S1');

const opened = async (world = smallWorld()) => {
  const outcome = await openCase(world)(report() as Open, { id: 'm1', by: RESIDENT, saidAt: world.now() });
  if (outcome.kind !== 'done') throw new Error('not opened');
  return { world, number: outcome.case.number };
};

test('the same message opens one case, however often it comes', async () => {
  const { world, number } = await opened();
  const saidAt = world.now();
  world.clock.now += 16 * 3_600_000;
  const again = await openCase(world)(report() as Open, { id: 'm1', by: RESIDENT, saidAt });
  expect(again).toMatchObject({ kind: 'done', case: { number, version: 1 } });
  const other = await openCase(world)(report() as Open, { id: 'm2', by: RESIDENT });
  expect(other).not.toMatchObject({ case: { number } });
});

test('a number has the date, the part of the day and four digits, and a taken one leads to the next', async () => {
  const world = smallWorld();
  const first = caseNumber(world.now(), 'm1', 0);
  expect(first).toMatch(/^20260928416\d{4}$/u);
  const { number } = await opened(world);
  expect(number).toBe(first);
  const taken = caseNumber(world.now(), 'm9', 0);
  const [entry] = await world.cases.history(number);
  const state = await world.cases.load(number);
  if (!entry || !state) throw new Error('nothing was opened');
  await world.cases.commit({ ...state, number: taken }, { ...entry, number: taken });
  const outcome = await openCase(world)(report() as Open, { id: 'm9', by: RESIDENT });
  expect(outcome).toMatchObject({ kind: 'done', case: { number: caseNumber(world.now(), 'm9', 1) } });
});

test('a command that came before is answered as done, also long after', async () => {
  const { world, number } = await opened();
  const command = commandCase(world);
  await command(number, { type: 'verify' }, { id: 'v1', by: S1 });
  expect(await command(number, { type: 'verify' }, { id: 'v1', by: S1 })).toMatchObject({
    kind: 'done',
    case: { version: 2 },
  });
  for (let i = 0; i < 10; i++)
    await command(number, { type: 'supplement', text: `${i}` }, { id: `s${i}`, by: RESIDENT });
  expect(await command(number, { type: 'verify' }, { id: 'v1', by: S1 })).toMatchObject({
    kind: 'done',
    case: { version: 12 },
  });
  expect(await command(number, { type: 'verify' }, { id: 'v2', by: S1 })).toEqual({
    kind: 'refused',
    refusal: { code: 'wrongStage', stage: 'assigned' },
  });
});

test('a tick with nothing due writes nothing', async () => {
  const { world, number } = await opened();
  const outcome = await commandCase(world)(number, { type: 'tick' }, { id: 'tick:1', by: CLOCK });
  expect(outcome).toMatchObject({ kind: 'unchanged', case: { version: 1 } });
  expect(await world.cases.history(number)).toHaveLength(1);
});

test('an unknown number is refused', async () => {
  const outcome = await commandCase(smallWorld())('209901010000000', { type: 'sign' }, { id: 'x', by: S1 });
  expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'noSuchCase' } });
});

test('who is overtaken decides anew on what is there then', async () => {
  const { world, number } = await opened();
  let overtaken = false;
  const racing: CaseStore = {
    ...world.cases,
    commit: async (next, entry) => {
      if (!overtaken) {
        overtaken = true;
        await commandCase(world)(number, { type: 'supplement', text: '先到' }, { id: 's', by: RESIDENT });
      }
      return world.cases.commit(next, entry);
    },
  };
  const outcome = await commandCase({ ...world, cases: racing })(
    number,
    { type: 'verify' },
    { id: 'v', by: S1 },
  );
  expect(outcome).toMatchObject({ kind: 'done', case: { version: 3, stage: 'assigned' } });
  expect(firstBreak(await world.cases.history(number))).toBeUndefined();
});

test('a write that happened but whose answer was lost is found again, not done twice', async () => {
  const { world, number } = await opened();
  let lost = false;
  const losing: CaseStore = {
    ...world.cases,
    commit: async (next, entry) => {
      const result = await world.cases.commit(next, entry);
      if (lost) return result;
      lost = true;
      throw new Error('socket hang up');
    },
  };
  const command = commandCase({ ...world, cases: losing });
  await expect(command(number, { type: 'verify' }, { id: 'v', by: S1 })).rejects.toThrow('socket hang up');
  expect(await command(number, { type: 'verify' }, { id: 'v', by: S1 })).toMatchObject({
    kind: 'done',
    case: { version: 2 },
  });
});

test('endless conflicts are a fault for the queue to try again, never a refusal', async () => {
  const { world, number } = await opened();
  const jammed: CaseStore = { ...world.cases, commit: async () => 'conflict' };
  const command = commandCase({ ...world, cases: jammed });
  await expect(command(number, { type: 'verify' }, { id: 'v', by: S1 })).rejects.toThrow('overtaken');
});

test('throttling is a fault, and nothing is half done', async () => {
  const { world, number } = await opened();
  const slow: CaseStore = {
    ...world.cases,
    commit: async () => {
      throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    },
  };
  const command = commandCase({ ...world, cases: slow });
  await expect(command(number, { type: 'verify' }, { id: 'v', by: S1 })).rejects.toThrow('slow down');
  expect(await world.cases.load(number)).toMatchObject({ version: 1, stage: 'verifying' });
  expect(world.now()).toBe(at('2026-09-28 10:00'));
});

test('a repeated command is known however many came after it, also one that nothing would refuse', async () => {
  const { world, number } = await opened();
  const command = commandCase(world);
  for (let i = 0; i < 10; i++)
    await command(number, { type: 'supplement', text: `第${i}次` }, { id: `s${i}`, by: RESIDENT });
  const again = await command(number, { type: 'supplement', text: '第0次' }, { id: 's0', by: RESIDENT });
  expect(again).toMatchObject({ kind: 'done', case: { version: 11 } });
});

test('a conflict with nothing stored under the number tries the same number again', async () => {
  const world = smallWorld();
  let conflicts = 2;
  const busy: CaseStore = {
    ...world.cases,
    commit: async (next, entry) => (conflicts-- > 0 ? 'conflict' : world.cases.commit(next, entry)),
  };
  const outcome = await openCase({ ...world, cases: busy })(report() as Open, { id: 'm1', by: RESIDENT });
  expect(outcome).toMatchObject({ case: { number: caseNumber(world.now(), 'm1', 0) } });
});
