import { firstBreak } from '../../../shared/domain/case/chain.ts';
import { foldHistory } from '../../../shared/domain/case/evolve.ts';
import { nextDue } from '../../../shared/domain/case/nextDue.ts';
import { at, CLOCK, lifeOf, RESIDENT, report, staff } from '../../support/lifeOf.ts';
import { EAST, outside, smallKnowledge, WEST } from '../../support/smallCity.ts';

const know = smallKnowledge();
const S1 = staff('S1');
const S2 = staff('S2');
const H1 = staff('H1', 'handler');
const H3 = staff('H3', 'handler');
const D1 = staff('D1', 'dispatcher');

const opened = () => lifeOf(know).when(report());
const assigned = () => opened().when({ type: 'verify' }, S1);
const handling = () => assigned().when({ type: 'sign' }, H3);
const checking = () => handling().when({ type: 'finish', report: '换了灯泡', photos: [] }, H3);
const rating = () => checking().when({ type: 'pass' }, S1);

describe('the happy path', () => {
  test('a report waits for the supervisor of its cell, by the limit for verifying', () => {
    const life = opened();
    expect(life.outcome).toEqual(['opened', 'moved']);
    expect(life.state).toMatchObject({
      stage: 'verifying',
      owner: `supervisor@${WEST}`,
      version: 1,
      leaf: WEST,
    });
    expect(life.dueText).toBe('2026-09-28 11:00');
  });

  test('a confirmed report is accepted and dispatched to the unit of the place and service', () => {
    const life = assigned();
    expect(life.outcome).toEqual(['verified', 'accepted', 'dispatched', 'moved']);
    expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U03' });
    expect(life.state.tasks).toEqual([
      { unit: 'U03', share: 'lead', status: 'assigned', rule: '01*@990101' },
    ]);
    expect(life.dueText).toBe('2026-09-28 11:00');
  });

  test('a signed task runs by the handling limit', () => {
    const life = handling();
    expect(life.outcome).toEqual(['signed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03' });
    expect(life.dueText).toBe('2026-09-30 17:30');
  });

  test('handled work is checked by the supervisor, then rated, then filed with no clock left', () => {
    const life = rating();
    expect(life.state).toMatchObject({ stage: 'rating', owner: 'resident@web:r-1' });
    life.when({ type: 'rate', rating: { overall: 'A', opinion: '很快' } });
    expect(life.outcome).toEqual(['rated', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed', rating: { overall: 'A', opinion: '很快' } });
    expect(life.state.clock).toBeUndefined();
    expect(nextDue(life.state)).toBeUndefined();
    expect(life.history.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('other ways', () => {
  test('a report that is not true is declined, with the reason', () => {
    const life = opened().when({ type: 'decline', reason: '现场路灯正常' }, S1);
    expect(life.outcome).toEqual(['declined', 'moved']);
    expect(life.state).toMatchObject({ stage: 'declined', reason: '现场路灯正常' });
    expect(nextDue(life.state)).toBeUndefined();
  });

  test('a corrected report goes on under the right service, to its unit', () => {
    const life = opened().when({ type: 'correct', service: '06010' }, S1);
    expect(life.outcome).toEqual(['corrected', 'verified', 'accepted', 'dispatched', 'moved']);
    expect(life.state).toMatchObject({ service: '06010', owner: 'unit@U01', stage: 'assigned' });
  });

  test('correcting to the same or an unknown service is refused', () => {
    expect(opened().when({ type: 'correct', service: '01037' }, S1).outcome).toBe('sameService');
    expect(opened().when({ type: 'correct', service: '99999' }, S1).outcome).toBe('unknownService');
  });

  test('what no route finds goes to the dispatcher of the street, who chooses a unit', () => {
    const life = lifeOf(know)
      .when(report({ service: 'Z2002' }))
      .when({ type: 'verify' }, S1);
    expect(life.outcome).toEqual(['verified', 'accepted', 'unroutable', 'moved']);
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'dispatcher@990101001' });
    expect(life.when({ type: 'dispatch', unit: 'U99' }, D1).outcome).toBe('unknownUnit');
    expect(life.when({ type: 'dispatch', unit: 'U01' }, D1).state).toMatchObject({
      stage: 'assigned',
      owner: 'unit@U01',
    });
  });

  test('a service without verifying and checking goes straight to its unit and then to the resident', () => {
    const life = lifeOf(know).when(report({ service: 'Z2001' }));
    expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U00' });
    const H0 = staff('H0', 'handler');
    life.when({ type: 'sign' }, H0).when({ type: 'finish', report: '已答复', photos: [] }, H0);
    expect(life.state.stage).toBe('rating');
  });

  test('failed work goes back to the same unit with the round counted and a new limit', () => {
    const life = checking().when({ type: 'fail', reason: '还是不亮' }, S1);
    expect(life.outcome).toEqual(['failed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03', rounds: 1 });
    expect(life.state.tasks[0]?.status).toBe('handling');
    life.when({ type: 'finish', report: '又换了一次', photos: [] }, H3);
    expect(life.state.stage).toBe('checking');
  });

  test('material can be added until the case is rated, and not after', () => {
    const life = handling().when({ type: 'supplement', text: '还有一盏也不亮', photos: ['photos/a/b'] });
    expect(life.outcome).toEqual(['supplemented']);
    expect(life.state.text).toBe('路灯坏了两天了\n还有一盏也不亮');
    expect(rating().when({ type: 'supplement', text: '再补充' }).outcome).toBe('wrongStage');
    expect(handling().when({ type: 'supplement' }).outcome).toBe('nothingToAdd');
  });
});

describe('refusals', () => {
  test('a report outside the city, of an unknown service or with too many photos is not opened', () => {
    expect(lifeOf(know).when(report({ place: outside })).outcome).toBe('outsideCity');
    expect(lifeOf(know).when(report({ service: 'nope' })).outcome).toBe('unknownService');
    expect(
      lifeOf(know).when(report({ photos: Array.from({ length: 10 }, (_, i) => `photos/a/${i}`) })).outcome,
    ).toBe('tooManyPhotos');
  });

  test('nobody acts on what is not theirs, and for whoever may not see it there is no such case', () => {
    expect(opened().when({ type: 'verify' }, S2).outcome).toBe('noSuchCase');
    expect(opened().when({ type: 'verify' }, RESIDENT).outcome).toBe('notYours');
    expect(assigned().when({ type: 'sign' }, H1).outcome).toBe('noSuchCase');
    expect(checking().when({ type: 'pass' }, S2).outcome).toBe('noSuchCase');
    expect(rating().when({ type: 'rate', rating: { overall: 'A' } }, S1).outcome).toBe('notYours');
    expect(opened().when({ type: 'tick' }, RESIDENT).outcome).toBe('notYours');
    expect(opened().when({ type: 'supplement', text: 'x' }, S1).outcome).toBe('notYours');
  });

  test('a command out of its stage is refused with the stage', () => {
    expect(assigned().when({ type: 'finish', report: 'x', photos: [] }, H3).outcome).toBe('noTask');
    expect(opened().when({ type: 'pass' }, S1).refusal).toEqual({ code: 'wrongStage', stage: 'verifying' });
    expect(
      rating()
        .when({ type: 'rate', rating: { overall: 'A' } })
        .when({ type: 'rate', rating: { overall: 'B' } }).outcome,
    ).toBe('wrongStage');
  });

  test('who handled it does not check it, even when they hold both posts', () => {
    const both = smallKnowledge({
      ledger: know.city.ledger.map((row) => (row.person === 'S1' ? { ...row, person: 'H3' } : row)),
    });
    const life = lifeOf(both).when(report()).when({ type: 'verify' }, staff('H3'));
    life.when({ type: 'sign' }, H3).when({ type: 'finish', report: 'x', photos: [] }, H3);
    // Nobody else holds the post: the leader above checks it.
    expect(life.state).toMatchObject({ stage: 'checking', owner: 'leader@990101001001' });
    expect(life.when({ type: 'pass' }, staff('H3')).outcome).toBe('notYours');
    expect(life.when({ type: 'pass' }, staff('L1', 'leader')).state.stage).toBe('rating');
  });

  test('who handled it in any round checks it in none, whoever handled it last', () => {
    const also = (person: string, of: string) =>
      know.city.ledger.filter((row) => row.person === of).map((row) => ({ ...row, person }));
    const both = smallKnowledge({ ledger: [...know.city.ledger, ...also('S1', 'H3'), ...also('S8', 'S1')] });
    const done = (person: string) =>
      [{ type: 'finish', report: 'x', photos: [] }, staff(person, 'handler')] as const;
    const life = lifeOf(both).when(report()).when({ type: 'verify' }, S1).when({ type: 'sign' }, H3);
    life.when(...done('S1')).when({ type: 'fail', reason: 'x' }, staff('S8'));
    expect(life.state).toMatchObject({ stage: 'handling', handledBy: ['S1'] });
    life.when(...done('H3'));
    expect(life.when({ type: 'pass' }, S1).outcome).toBe('selfCheck');
    expect(life.when({ type: 'fail', reason: 'x' }, S1).outcome).toBe('selfCheck');
    life.when({ type: 'fail', reason: 'x' }, staff('S8')).when(...done('H3'));
    expect(life.state.handledBy).toEqual(['S1', 'H3']);
    expect(life.when({ type: 'pass' }, staff('S8')).state.stage).toBe('rating');
  });

  test('an open case cannot be opened again, and nothing can be done to none', () => {
    expect(opened().when(report()).outcome).toBe('alreadyOpen');
    expect(lifeOf(know).when({ type: 'sign' }, H3).outcome).toBe('noSuchCase');
  });
});

test('photos are added up to nine in all', () => {
  const photos = (count: number) => Array.from({ length: count }, (_, i) => `photos/a/${i}`);
  const life = handling().when({ type: 'supplement', photos: photos(9) });
  expect(life.outcome).toEqual(['supplemented']);
  expect(life.when({ type: 'supplement', photos: photos(1) }).refusal).toEqual({
    code: 'tooManyPhotos',
    most: 9,
  });
});

test('a description grows to a bound that every step can still carry', () => {
  const life = handling();
  for (let i = 0; i < 3; i++) life.when({ type: 'supplement', text: '字'.repeat(1_900) });
  expect(life.when({ type: 'supplement', text: '字'.repeat(1_900) }).outcome).toBe('textFull');
  expect(JSON.stringify(life.state).length).toBeLessThan(8_000);
});

test('a post that nobody holds falls to the leaders of the area, who may act and see it', () => {
  const vacant = smallKnowledge({ ledger: know.city.ledger.filter((row) => row.person !== 'S1') });
  const life = lifeOf(vacant).when(report());
  expect(life.when({ type: 'verify' }, staff('L3')).outcome).toBe('noSuchCase');
  expect(life.when({ type: 'verify' }, staff('L1')).outcome).toEqual([
    'verified',
    'accepted',
    'dispatched',
    'moved',
  ]);
});

describe('the clock', () => {
  test('a working-day limit is reminded of at three quarters of its working time, over National Day', () => {
    const life = lifeOf(know, '2026-09-30 16:00').when(report({ service: '06013' }));
    life.when({ type: 'verify' }, S1);
    expect(life.outcome).toEqual(['verified', 'accepted', 'dispatched', 'moved']);
    life.when({ type: 'sign' }, H1);
    expect(life.dueText).toBe('2026-10-13 17:30');
    // 36.5 working hours in all; three quarters of them end on the fifth working day.
    expect(life.state.clock?.next).toEqual({ step: 'remind', at: at('2026-10-12 15:22') + 30_000 });
  });

  test('a tick too early or too many changes nothing', () => {
    const life = opened();
    expect(life.at('2026-09-28 10:44').when({ type: 'tick' }, CLOCK).outcome).toEqual([]);
    const { version } = life.at('2026-09-28 10:45').when({ type: 'tick' }, CLOCK).state;
    expect(version).toBe(2);
    expect(life.when({ type: 'tick' }, CLOCK).outcome).toEqual([]);
    expect(life.state.version).toBe(version);
  });
});

test('a point on the border of two cells belongs to exactly one of them', () => {
  expect(know.locate({ lng: 121.473, lat: 31.231 })?.code).toBe(EAST);
  expect(know.locate({ lng: 121.47, lat: 31.23 })?.code).toBe(WEST);
  expect(know.locate({ lng: 121.477, lat: 31.231 })?.code).toBe(EAST);
  expect(know.locate({ lng: 121.4771, lat: 31.231 })).toBeUndefined();
});

test('the fold of the history is the case, and any change of the history is found', () => {
  const life = rating();
  expect(foldHistory(life.history)).toEqual(life.state);
  expect(firstBreak(life.history)).toBeUndefined();
  const forged = life.history.map((entry, i) =>
    i === 2 ? { ...entry, by: { ...entry.by, person: 'H9' } } : entry,
  );
  expect(firstBreak(forged)).toBe(3);
  expect(firstBreak(life.history.toSpliced(1, 1))).toBe(2);
  expect(firstBreak(life.history.map((entry, i) => (i === 4 ? { ...entry, at: entry.at + 1 } : entry)))).toBe(
    5,
  );
});
