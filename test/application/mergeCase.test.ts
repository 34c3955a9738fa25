import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { followUp } from '../../shared/application/followUp.ts';
import { mergeCase } from '../../shared/application/mergeCase.ts';
import { nearCases } from '../../shared/application/nearCases.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { foldHistory } from '../../shared/domain/case/evolve.ts';
import { at, report, staff } from '../support/lifeOf.ts';
import { smallKnowledge } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

type Open = Extract<CaseCommand, { type: 'open' }>;
const S1 = staff('S1');

/** Three residents report the same lamp, one after the other. */
const threeReports = async () => {
  const world = smallWorld();
  const numbers: string[] = [];
  for (const [i, time] of ['2026-09-28 10:00', '2026-09-28 10:05', '2026-09-28 10:10'].entries()) {
    world.clock.now = at(time);
    const reporter = `web:r-${i + 1}`;
    const opened = await openCase(world)(report({ reporter }) as Open, {
      id: `m${i}`,
      by: { person: reporter, role: 'resident' },
    });
    if (opened.kind !== 'done') throw new Error('not opened');
    numbers.push(opened.case.number);
  }
  const [first = '', second = '', third = ''] = numbers;
  const merge = (number: string, into: string, id = `merge-${number}-${into}`) =>
    mergeCase(world)(number, into, { request: { id, by: S1 }, looker: 'web:S1' });
  /** What the stream brings, as often as it likes. */
  const follow = async (number: string): Promise<void> => {
    const history = await world.cases.history(number);
    for (const [i, entry] of history.entries()) {
      const after = foldHistory(history.slice(0, i + 1));
      if (after) await followUp(world)(entry as Entry, after);
    }
  };
  const joinedOf = async (number: string) => (await world.cases.load(number))?.joined;
  return { world, first, second, third, merge, follow, joinedOf };
};

test('a merged case is heard in the one it was merged into, once, however often that is said', async () => {
  const { world, first, second, merge, follow, joinedOf } = await threeReports();
  expect(await merge(second, first)).toMatchObject({ kind: 'done', case: { stage: 'merged', into: first } });
  for (let i = 0; i < 3; i++) await follow(second);
  expect(await joinedOf(first)).toEqual([{ number: second, reporter: 'web:r-2' }]);
  expect((await world.cases.history(first)).length).toBe(2);
});

test('who was merged into a case goes with it when that is merged itself, in whichever order it is heard', async () => {
  for (const order of ['inner first', 'outer first'] as const) {
    const { first, second, third, merge, follow, joinedOf } = await threeReports();
    await merge(third, second);
    if (order === 'inner first') await follow(third);
    await merge(second, first);
    await follow(second);
    await follow(third);
    const joined = (await joinedOf(first)) ?? [];
    expect(joined.map(({ number }) => number).sort()).toEqual([second, third].sort());
  }
});

test('into a case that was merged itself means into what that one is part of', async () => {
  const { first, second, third, merge, follow } = await threeReports();
  await merge(second, first);
  await follow(second);
  expect(await merge(third, second)).toMatchObject({ kind: 'done', case: { into: first } });
});

test('nothing is merged into itself, into what came later, or into what nobody of the staff may see', async () => {
  const { first, second, merge, world } = await threeReports();
  expect(await merge(second, second)).toMatchObject({ refusal: { code: 'cannotMerge', because: 'itself' } });
  expect(await merge(first, second)).toMatchObject({ refusal: { code: 'cannotMerge', because: 'later' } });
  expect(await merge(second, '202609280000009')).toMatchObject({ refusal: { code: 'noSuchCase' } });
  const probed = await mergeCase(world)(second, first, { request: { id: 'p', by: S1 }, looker: 'web:r-9' });
  expect(probed).toMatchObject({ refusal: { code: 'noSuchCase' } });
});

test('where the other case is taken back before it hears of it, the merged one goes on by itself', async () => {
  const { world, first, second, merge, follow } = await threeReports();
  await merge(second, first);
  const by = { person: 'web:r-1', role: 'resident' } as const;
  await commandCase(world)(first, { type: 'withdraw' }, { id: 'w', by });
  await follow(second);
  await follow(second);
  const alone = await world.cases.load(second);
  expect(alone).toMatchObject({ stage: 'verifying', owner: 'supervisor@990101001001001' });
  expect(alone?.into).toBeUndefined();
  expect(alone?.clock?.limit).toBe('verify');
});

describe('what may be the same matter', () => {
  const near = async (change: Partial<Open> = {}, time = '2026-09-28 11:00') => {
    const { world, first, second, third } = await threeReports();
    world.clock.now = at(time);
    const opened = await openCase(world)(report({ reporter: 'web:r-8', ...change }) as Open, {
      id: 'new',
      by: { person: 'web:r-8', role: 'resident' },
    });
    if (opened.kind !== 'done') throw new Error('not opened');
    const { number } = opened.case;
    const rows = { save: world.rows.save };
    for (const each of [first, second, third, number])
      await projectCase({ ...world, cases: world.cases, rows })(each);
    const found = await nearCases(world)(opened.case, smallKnowledge());
    return { found: found.map((one) => one.number), all: [first, second, third] };
  };

  test('is an open case of the same service a short way off, the nearest first, never itself', async () => {
    const { found, all } = await near();
    expect(found).toEqual(all);
  });
  test('is not one of another service, further off, or longer ago than the city says', async () => {
    expect((await near({ service: '06010' })).found).toEqual([]);
    const far = { lng: 121.476, lat: 31.231, name: '和平路9号' };
    expect((await near({ place: far })).found).toEqual([]);
    expect((await near({}, '2026-10-08 10:00')).found).toEqual([]);
  });
  test('is found across the border of two cells', async () => {
    const beyond = { lng: 121.4731, lat: 31.231, name: '和平路1号' };
    const here = { lng: 121.4729, lat: 31.231, name: '建设路99号' };
    const world = smallWorld();
    const numbers: string[] = [];
    for (const [i, place] of [here, beyond].entries()) {
      world.clock.now += 60_000;
      const by = { person: `web:b-${i}`, role: 'resident' } as const;
      const opened = await openCase(world)(report({ reporter: by.person, place }) as Open, {
        id: `b${i}`,
        by,
      });
      if (opened.kind !== 'done') throw new Error('not opened');
      numbers.push(opened.case.number);
      await projectCase(world)(opened.case.number);
    }
    const state = await world.cases.load(numbers[1] ?? '');
    if (!state) throw new Error('not there');
    expect(await nearCases(world)(state, smallKnowledge())).toMatchObject([{ number: numbers[0] }]);
  });
});
