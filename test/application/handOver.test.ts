import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import type { LedgerRow } from '../../shared/domain/city/City.ts';
import type { Leave } from '../../shared/domain/ledger/Staffing.ts';
import { changingTown } from '../support/changingTown.ts';
import { EAST, inEast, smallCity, WEST } from '../support/smallCity.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const without = (area: string, person: string): readonly LedgerRow[] =>
  smallCity.ledger.map((row) =>
    row.role === 'supervisor' && row.area === area ? { ...row, person, name: `姓名${person}` } : row,
  );

type Town = ReturnType<typeof changingTown>;

const countsOf = (city: Town) => city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count]);

const handed = (history: readonly Entry[]) =>
  history.flatMap(({ events }) => events.flatMap((event) => (event.type === 'handedOver' ? [event] : [])));

test('the first run only takes down what is in force, and a quiet minute does nothing', async () => {
  const city = changingTown();
  await city.open();
  expect((await city.watch()).did).toBe('began');
  expect((await city.watch()).did).toBe('nothing');
  expect(city.told()).toEqual([]);
});

test('a hand-over tells the case, whom it went to and who gave it; where it stands and by when stays', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.open(inEast);
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  const before = await city.cases.load(number);
  await city.settle();
  const after = await city.cases.load(number);
  expect([after?.stage, after?.owner, after?.clock]).toEqual([before?.stage, before?.owner, before?.clock]);
  expect(handed(await city.cases.history(number))).toEqual([
    { type: 'handedOver', owner: `supervisor@${WEST}`, from: ['S1'], to: ['S9'], because: 'ledger' },
  ]);
  const facts = { because: 'ledger', count: 1, numbers: [number] };
  expect(city.told()).toEqual([
    { to: 'web:S1', notice: expect.objectContaining({ ...facts, side: 'gives', people: ['姓名S9'] }) },
    { to: 'web:S9', notice: expect.objectContaining({ ...facts, side: 'gets', people: ['姓名S1'] }) },
  ]);
});

test('the successor works on the case as soon as the ledger says so, before it was told; the other one is told who has it', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  city.clock.now += MINUTE;
  expect(await city.act(number, { type: 'verify' }, 'S1')).toMatchObject({ kind: 'refused' });
  expect(await city.act(number, { type: 'verify' }, 'S9')).toMatchObject({ kind: 'done' });
  await city.settle();
  // It is with the unit now: nothing is left to be told of it.
  expect(handed(await city.cases.history(number))).toEqual([]);
});

test('a case that comes to the post when everybody knows of the change is not told of it', async () => {
  const city = changingTown();
  const early = await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  expect((await city.watch()).did).toBe('saw');
  // Some function may not know of it for half a minute: until then nothing is sent.
  city.clock.now += 20_000;
  expect((await city.watch()).did).toBe('nothing');
  const between = await city.open();
  city.clock.now += 20_000;
  const late = await city.open();
  await city.settle();
  for (const [number, times] of [[early, 1] as const, [between, 1] as const, [late, 0] as const])
    expect(handed(await city.cases.history(number))).toHaveLength(times);
});

test('who gave a case away is told by its card who has it, before and after it was told', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  const rows = without(WEST, 'S9');
  city.ledger([...rows, { ...(smallCity.ledger[0] as LedgerRow), to: '2026-09-27' }]);
  await city.settle();
  const outcome = await city.act(number, { type: 'verify' }, 'S1');
  expect(outcome).toEqual({
    kind: 'refused',
    refusal: { code: 'handedOver', to: ['姓名S9'], owner: `supervisor@${WEST}` },
  });
  expect(await city.act(number, { type: 'verify' }, 'S2')).toMatchObject({
    refusal: { code: 'noSuchCase' },
  });
});

test('a post that nobody holds any more falls to the leader, who is told; the one before hears who answers', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  city.ledger(smallCity.ledger.filter(({ area }) => area !== WEST));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'people' in notice && notice.people])).toEqual([
    ['web:S1', ['姓名L1']],
    ['web:L1', ['姓名S1']],
  ]);
  expect(handed(await city.cases.history(number))).toMatchObject([{ from: ['S1'], to: ['L1'] }]);
});

test('a post in which nothing is open is handed over with a word, too; a leave without open cases is not told twice', async () => {
  const city = changingTown();
  await city.watch();
  city.ledger(without(EAST, 'S9'));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count])).toEqual([
    ['web:S2', 0],
    ['web:S9', 0],
  ]);
  const before = city.told().length;
  city.leaves([{ person: 'S1', from: '2026-09-28', to: '2026-09-28' }]);
  await city.settle();
  expect(
    city
      .told()
      .slice(before)
      .map(({ to, notice }) => [to, notice.kind]),
  ).toEqual([
    ['web:S1', 'leave'],
    ['web:L1', 'leave'],
  ]);
});

test('who gets one post by the ledger and another one by a leave at the same time hears of both', async () => {
  const city = changingTown();
  const number = await city.open(inEast);
  await city.watch();
  city.ledger(without(WEST, 'S9').map((row) => (row.area === EAST ? { ...row, deputy: 'S9' } : row)));
  city.leaves([{ person: 'S2', from: '2026-09-28', to: '2026-09-28' }]);
  await city.settle();
  const toldNine = city.told().flatMap(({ to, notice }) => (to === 'web:S9' ? [notice] : []));
  expect(toldNine).toMatchObject([
    { kind: 'leave', side: 'standsIn' },
    { kind: 'handedOver', because: 'ledger', count: 0, people: ['姓名S1'], posts: [{ area: '西网格' }] },
    { because: 'leave', numbers: [number], people: ['姓名S2'], posts: [{ area: '东网格' }] },
  ]);
});

test('a leave moves what is open to the stand-in on its first day and back on the day after, and who asked is not told again', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  const leave = { person: 'S1', from: '2026-09-29', to: '2026-09-29' };
  city.leaves([leave]);
  city.lines.push({ at: city.clock.now, kind: 'leave', person: 'S1', by: 'S1', words: '' });
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, notice.kind])).toEqual([['web:L1', 'leave']]);
  city.clock.now += DAY;
  await city.settle();
  expect(handed(await city.cases.history(number))).toMatchObject([
    { from: ['S1'], to: ['L1'], because: 'leave' },
  ]);
  city.clock.now += DAY;
  await city.settle();
  expect(handed(await city.cases.history(number))).toMatchObject([
    { because: 'leave' },
    { from: ['L1'], to: ['S1'], because: 'return' },
  ]);
  expect(
    city
      .told()
      .slice(1)
      .map(({ to, notice }) => [to, 'side' in notice && notice.side]),
  ).toEqual([
    ['web:S1', 'gives'],
    ['web:L1', 'gets'],
    ['web:L1', 'gives'],
    ['web:S1', 'gets'],
  ]);
});

test('two leaves of one person that are seen together are told both; so is one that gave its days up for others', async () => {
  const city = changingTown();
  await city.watch();
  const leave = (from: string, to: string): Leave => ({ person: 'S1', from, to });
  const leavesTold = () =>
    city
      .told()
      .flatMap(({ to, notice }) => (notice.kind === 'leave' ? [`${to} ${notice.what} ${notice.from}`] : []));
  city.leaves([leave('2026-10-01', '2026-10-02'), leave('2026-10-10', '2026-10-11')]);
  await city.settle();
  const first = ['web:S1 filed 2026-10-01', 'web:L1 filed 2026-10-01'];
  const second = ['web:S1 filed 2026-10-10', 'web:L1 filed 2026-10-10'];
  expect(leavesTold()).toEqual([...first, ...second]);
  city.leaves([]);
  await city.settle();
  expect(leavesTold().slice(4).sort()).toEqual(
    [...first, ...second].map((one) => one.replace('filed', 'ended')).sort(),
  );
});

describe('an account that was unbound between the change and its telling', () => {
  const LOST = 'wechaty:lost';
  const boundTown = async () => {
    const city = changingTown();
    city.bindings({ S1: LOST, L1: 'web:r-1' });
    await city.open();
    await city.watch();
    return city;
  };
  const whoHeard = (city: Town) => city.told().map(({ to }) => to);

  test('hears nothing of a hand-over; the person does where they are reached now', async () => {
    const city = await boundTown();
    city.ledger([
      ...without(WEST, 'S9'),
      ...smallCity.ledger.filter(({ person }) => person === 'S1').map((row) => ({ ...row, area: EAST })),
    ]);
    expect((await city.watch()).did).toBe('saw');
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(whoHeard(city)).toContain('web:S1');
    expect(whoHeard(city)).not.toContain(LOST);
  });

  test('hears nothing of it either where the person has left the ledger; one that is bound still does', async () => {
    const city = await boundTown();
    city.ledger(without(WEST, 'S9'));
    await city.watch();
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(whoHeard(city)).toEqual(['web:S1', 'web:S9']);
    const other = await boundTown();
    other.ledger(without(WEST, 'S9'));
    await other.settle();
    expect(whoHeard(other)).toEqual([LOST, 'web:S9']);
  });

  test('hears nothing of a leave', async () => {
    const city = await boundTown();
    city.leaves([{ person: 'S1', from: '2026-09-30', to: '2026-10-01' }]);
    await city.watch();
    city.bindings({ L1: 'web:r-1' });
    await city.settle();
    expect(city.told().map(({ to, notice }) => [to, notice.kind])).toEqual([
      ['web:S1', 'leave'],
      ['web:r-1', 'leave'],
    ]);
  });
});

test('hundreds of cases are one message, and both sides hear once, of all of them', async () => {
  const city = changingTown();
  for (let i = 0; i < 450; i++) await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  await city.settle();
  expect(city.told().map(({ to, notice }) => [to, 'count' in notice && notice.count])).toEqual([
    ['web:S1', 450],
    ['web:S9', 450],
  ]);
  for (const { number } of await city.all()) expect(handed(await city.cases.history(number))).toHaveLength(1);
}, 60_000);

test('a run that has no time for another page says so and is not killed in the midst; the next one goes on, and each side hears once', async () => {
  const city = changingTown();
  for (let i = 0; i < 450; i++) await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  // Time for a page and a half of the three.
  city.giveTime(35_000);
  await city.settle();
  expect(city.ended).toEqual({ bySight: 2, byForce: 0 });
  for (const { number } of await city.all()) expect(handed(await city.cases.history(number))).toHaveLength(1);
  expect(countsOf(city)).toEqual([
    ['web:S1', 450],
    ['web:S9', 450],
  ]);
}, 60_000);

test('a second change waits until all of the first is through: every history has them in order', async () => {
  const city = changingTown();
  const number = await city.open();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  expect((await city.watch()).did).toBe('saw');
  city.clock.now += MINUTE;
  expect((await city.watch()).did).toBe('sent');
  city.ledger(without(WEST, 'S8'));
  for (let minute = 0; minute < 80; minute++) {
    city.clock.now += MINUTE;
    expect((await city.watch()).did).toBe('waits');
  }
  expect(city.queue).toHaveLength(1);
  await city.drain();
  expect((await city.watch()).did).toBe('saw');
  await city.settle();
  expect(handed(await city.cases.history(number)).map(({ from, to }) => [from, to])).toEqual([
    [['S1'], ['S9']],
    [['S9'], ['S8']],
  ]);
  expect(countsOf(city)).toEqual([
    ['web:S1', 1],
    ['web:S9', 1],
    ['web:S9', 1],
    ['web:S8', 1],
  ]);
});

test('a body that its queue has set aside holds nobody up for ever', async () => {
  const city = changingTown();
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  await city.watch();
  city.clock.now += MINUTE;
  expect((await city.watch()).did).toBe('sent');
  city.queue.splice(0);
  city.ledger(without(WEST, 'S9').map((row) => (row.area === EAST ? { ...row, person: 'S8' } : row)));
  city.clock.now += 91 * MINUTE;
  expect((await city.watch()).did).toBe('saw');
  await city.settle();
  expect(countsOf(city)).toEqual([
    ['web:S2', 0],
    ['web:S8', 0],
  ]);
});

test('a line of a list whose case is not there is passed over and told of; the others are handed over', async () => {
  const city = changingTown();
  const number = await city.open();
  const [row] = await city.rows.openInArea(WEST.slice(0, 9), 1);
  if (!row) throw new Error('it is listed');
  await city.rows.save({ ...row, number: '202609280999999' }, 'web:r-1');
  await city.watch();
  city.ledger(without(WEST, 'S9'));
  await city.settle();
  expect(city.missing).toEqual(['202609280999999']);
  expect(handed(await city.cases.history(number))).toHaveLength(1);
  expect(city.told().map(({ notice }) => 'numbers' in notice && [notice.count, notice.numbers])).toEqual([
    [1, [number]],
    [1, [number]],
  ]);
  expect(city.queue).toEqual([]);
});
