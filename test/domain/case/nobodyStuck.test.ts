import type { City } from '../../../shared/domain/city/City.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { at, lifeOf, report, staff } from '../../support/lifeOf.ts';
import { loopCity } from '../../support/loopCity.ts';
import {
  checking,
  D1,
  dispatching,
  FINISH,
  H3,
  handling,
  joined,
  L0,
  L1,
  merged,
  NEIGHBOUR,
  opened,
  overRounds,
  rating,
  S1,
  SYSTEM,
  ticked,
} from '../../support/loopLives.ts';

const APPEAL = { type: 'appeal', reason: '不服' } as const;
const known = (ledger: City['ledger']) => knowCity({ ...loopCity, ledger });
/** What the last command told, as `who kind`. */
const heard = (life: ReturnType<typeof opened>) =>
  life.told.map(({ to, kind }) => `${'owner' in to ? to.owner : to.who} ${kind}`);

describe('举报 of a unit whose people hold other posts as well', () => {
  const [template] = loopCity.ledger;
  const both = (person: string, area: string, role: 'supervisor' | 'leader') =>
    known([
      ...loopCity.ledger.filter((row) => !(row.role === role && row.area === area && row.unit === undefined)),
      { ...(template as City['ledger'][number]), role, area, person, name: person },
    ]);

  test('passes over a supervisor who is of it, to the leader above', () => {
    const know = both('H3', '990101001001001', 'supervisor');
    const life = lifeOf(know).when(report({ about: 'U03' }));
    expect(life.state).toMatchObject({ stage: 'verifying', owner: 'leader@990101001001' });
    expect(life.when({ type: 'verify' }, L0).state.stage).toBe('dispatching');
    // Of another unit it is the supervisor’s.
    expect(lifeOf(know).when(report({ about: 'U02' })).state.owner).toBe('supervisor@990101001001001');
  });

  test('passes over a leader who is of it, where somebody above must approve', () => {
    const know = both('H3', '990101001', 'leader');
    const life = lifeOf(know)
      .when(report({ service: '06010', about: 'U03' }))
      .when({ type: 'verify' }, S1)
      .when({ type: 'sign' }, staff('H1', 'handler'))
      .when({ type: 'suspend', reason: '等拆迁' }, staff('H1', 'handler'));
    expect(life.state.request?.approver).toBe('leader@990101');
    expect(life.when({ type: 'approve' }, L1).state.stage).toBe('suspended');
  });

  test('is merged with no other case, which that unit may have', () => {
    const into = { number: '202609270000001', openedAt: 0, stage: 'handling' } as const;
    const merge = (about: string | undefined, other: string | undefined) =>
      opened(about ? { about } : {}).when(
        { type: 'merge', into: { ...into, ...(other ? { about: other } : {}) } },
        S1,
      ).refusal ?? 'merged';
    expect(merge('U03', undefined)).toEqual({ code: 'cannotMerge', because: 'accused' });
    expect(merge(undefined, 'U03')).toEqual({ code: 'cannotMerge', because: 'accused' });
    expect(merge('U03', 'U03')).toBe('merged');
  });
});

test('no more cases are merged into one than can be written with each of its steps', () => {
  const into = { number: '202609270000001', openedAt: 0, stage: 'handling' } as const;
  const merge = (count: number) =>
    opened().when({ type: 'merge', into: { ...into, joined: count } }, S1).refusal ?? 'merged';
  expect(merge(199)).toBe('merged');
  expect(merge(200)).toEqual({ code: 'cannotMerge', because: 'full' });
});

describe('what is owed', () => {
  const owing = () =>
    opened({ service: '08001', owes: { materials: ['plan', 'lease'], promise: '我承诺补交' } });

  test('is owed anew when a refusal for it is appealed, each for as long as at first', () => {
    const lapsed = ticked(owing(), '2026-10-09 10:00');
    expect(lapsed.state.stage).toBe('declined');
    const life = lapsed.when(APPEAL);
    expect(life.state.stage).toBe('screening');
    expect(life.state.owed?.map(({ clock }) => clock.due)).toEqual([
      at('2026-10-12 17:30'),
      at('2026-10-12 10:00'),
    ]);
    // The other one does not take it away at once.
    expect(ticked(life, '2026-10-09 10:05').state.stage).toBe('screening');
    expect(ticked(life, '2026-10-12 10:00').state.stage).toBe('declined');
  });

  test('is supplied with photos of its own, however many the report has', () => {
    const photos = Array.from({ length: 9 }, (_, i) => `photos/r/${i}`);
    const life = opened({ service: '08001', photos, owes: { materials: ['plan'], promise: '我承诺补交' } });
    life.when({ type: 'supply', material: 'plan', photos: ['photos/r/plan'] });
    expect(life.state.owed).toEqual([]);
    expect(life.state.photos).toEqual(photos);
  });
});

test('experts are asked so often that an answer can be had, not so often that no limit ends', () => {
  const asked = () => ({ type: 'consult', question: '怎么办' }) as const;
  let life = handling();
  for (let i = 0; i < 3; i++) {
    life = life.when(asked(), H3);
    expect(life.state.stage).toBe('consulting');
    for (const expert of ['E1', 'E2'])
      life = life.when({ type: 'opine', accept: true, words: '可以' }, staff(expert, 'expert'));
    expect(life.state.stage).toBe('handling');
  }
  expect(life.when(asked(), H3).refusal).toEqual({ code: 'askedEnough', most: 3 });
});

test('more time is not granted once the time to decide is over, though the clock is late', () => {
  const life = handling().when({ type: 'extend', by: '1wd', reason: '缺配件' }, H3);
  const end = life.state.request?.clock.due ?? 0;
  const asked = () => handling().when({ type: 'extend', by: '1wd', reason: '缺配件' }, H3);
  const dueBefore = life.state.clock?.due;
  const late = asked().after(end - life.now);
  expect(late.when({ type: 'approve' }, D1).outcome).toBe('pastLimit');
  expect(late.state.clock?.due).toBe(dueBefore);
  const inTime = asked().after(end - life.now - 1);
  expect(inTime.when({ type: 'approve' }, D1).state.clock?.due).toBeGreaterThan(dueBefore ?? 0);
});

test('where everybody who could check had a hand in it the resident is asked at once', () => {
  const alone = known([
    { ...(loopCity.ledger[0] as City['ledger'][number]), role: 'leader', area: '990101', person: 'L1' },
  ]);
  const life = lifeOf(alone).when(report()).when({ type: 'verify' }, L1).when({ type: 'sign' }, L1);
  expect(life.when(FINISH, L1).state).toMatchObject({ stage: 'rating', owner: 'resident@web:r-1' });
  expect(checking().state.owner).toBe('supervisor@990101001001001');
});

test('who handled it does not say that the resident is content with it', () => {
  const ledger = loopCity.ledger.map((row) => (row.role === 'dispatcher' ? { ...row, person: 'H3' } : row));
  const life = lifeOf(known(ledger))
    .when(report())
    .when({ type: 'verify' }, S1)
    .when({ type: 'sign' }, H3)
    .when(FINISH, H3)
    .when({ type: 'pass' }, S1)
    .when({ type: 'rate', rating: { overall: 'D' } });
  expect(life.when({ type: 'visit', agreed: true, words: '满意' }, H3).outcome).toBe('selfCheck');
  expect(life.when({ type: 'visit', agreed: false, words: '还不亮' }, H3).state.stage).toBe('handling');
});

test('after the last round what is given back goes to whoever decides then, not to the desk', () => {
  const life = overRounds().when({ type: 'dispatch', unit: 'U01' }, L0);
  expect(life.when({ type: 'return', reason: '不归我们' }, staff('H1', 'handler')).state).toMatchObject({
    stage: 'dispatching',
    owner: 'leader@990101001',
  });
  const early = dispatching().when({ type: 'dispatch', unit: 'U01' }, D1);
  expect(early.when({ type: 'return', reason: '不归我们' }, staff('H1', 'handler')).state.owner).toBe(
    'dispatcher@990101001',
  );
});

test('what one resident said of the result is not told to the others', () => {
  const life = joined(rating()).when({ type: 'rate', rating: { overall: 'D', opinion: '我家502还是黑' } });
  life.when({ type: 'visit', agreed: false, words: '张桂芳说她家还是黑' }, D1);
  expect(heard(life)).toContain('reporters reworking');
  expect(JSON.stringify(life.told.filter(({ to }) => to.who === 'reporters'))).not.toMatch(/502|张桂芳/u);
  const checked = checking().when({ type: 'fail', reason: '没修好' }, S1);
  expect(checked.told.find(({ kind }) => kind === 'reworking')?.words).toBe('没修好');
});

test('of what residents said the lowest grade counts, and no more than the grades is kept of the others', () => {
  const life = joined(rating()).when({ type: 'rate', rating: { overall: 'C', opinion: '慢' } });
  life.when({ type: 'rate', rating: { overall: 'D', opinion: '没修' } }, NEIGHBOUR);
  expect(life.state.rating).toEqual({ overall: 'D', opinion: '没修' });
  expect(life.state.voices).toEqual([
    { reporter: 'web:r-1', overall: 'C' },
    { reporter: NEIGHBOUR.person, overall: 'D' },
  ]);
  life.when({ type: 'rate', rating: { overall: 'B' } }, NEIGHBOUR);
  expect(life.state.rating?.overall).toBe('C');
});

test('a suspension that goes on is told to the residents with its reason', () => {
  const life = handling()
    .when({ type: 'suspend', reason: '等拆迁' }, H3)
    .when({ type: 'approve' }, L0)
    .when({ type: 'suspend', reason: '还在拆' }, H3)
    .when({ type: 'approve' }, L0);
  expect(life.told.find(({ kind }) => kind === 'suspended')?.words).toBe('还在拆');
});

test('what goes on alone after its case was taken back is owed and checked as if it were new', () => {
  expect(merged().when({ type: 'unmerge' }, SYSTEM).state).toMatchObject({
    stage: 'verifying',
    owner: 'supervisor@990101001001001',
  });
});
