import { auditCase, isSound } from '../../shared/application/auditCase.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { aLife, foldOf, sealed, storeOf } from '../support/handmadeCase.ts';
import { at, NUMBER, RESIDENT, staff } from '../support/lifeOf.ts';

const life = aLife();
const state = foldOf(life);
const audit = (history: readonly Entry[], stored: Case | undefined) =>
  auditCase(storeOf(history, stored))(NUMBER);
const changed = (seq: number, change: Partial<Entry>): readonly Entry[] =>
  life.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));

test('a case that nobody touched is sound', async () => {
  const found = await audit(life, state);
  expect(found).toMatchObject({ number: NUMBER, noSnapshot: false, differences: [] });
  expect(found && isSound(found)).toBe(true);
});

test('a number that is not known has no audit', async () => {
  expect(await auditCase(storeOf(life, state))('202609280000002')).toBeUndefined();
});

test.each([
  ['when', { at: at('2026-09-30 16:51') }],
  ['by whom', { by: staff('S2') }],
  ['what', { events: [] }],
  ['by which command', { command: 'other' }],
  ['the hash', { hash: 'x'.repeat(43) }],
  ['the correlation', { correlation: 'c' }],
] as const)('an entry in which somebody changed %s is found', async (_what, change) => {
  for (const { seq } of life) {
    const found = await audit(changed(seq, change), state);
    expect(found?.brokenAt).toBe(seq);
    expect(found && isSound(found)).toBe(false);
  }
});

test('an entry that was taken out is found, in the middle, at the beginning and at the end', async () => {
  for (const { seq } of life) {
    const found = await audit(
      life.filter((entry) => entry.seq !== seq),
      state,
    );
    expect(found?.brokenAt).toBe(seq);
  }
});

test('entries in another order, or twice, are found', async () => {
  const [first, second, ...rest] = life;
  if (!first || !second) throw new Error('too short');
  expect((await audit([second, first, ...rest], state))?.brokenAt).toBe(1);
  expect((await audit([first, second, second, ...rest], state))?.brokenAt).toBe(3);
});

test('a history that was changed and sealed anew does not agree with the snapshot', async () => {
  const forged = sealed(
    life.map(({ at: _at, by, events }, i) => [
      `2026-10-0${i + 1} 10:00`,
      by,
      ...events.map((event) =>
        event.type === 'rated' ? { ...event, rating: { overall: 'D' as const } } : event,
      ),
    ]),
  );
  const found = await audit(forged, state);
  expect(found?.brokenAt).toBeUndefined();
  expect(found?.differences.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['hash', 'openedAt', 'rating.overall']),
  );
});

test('a snapshot that was changed is told field by field, with both values', async () => {
  const stored = {
    ...state,
    stage: 'handling',
    tasks: [{ ...state.tasks[0], unit: 'U01' }],
    urges: { count: 1, at: 1 },
  } as unknown as Case;
  const { urgent: _urgent, ...without } = stored;
  const found = await audit(life, without as Case);
  expect(found?.brokenAt).toBeUndefined();
  expect(found?.differences).toEqual([
    { field: 'stage', folded: 'closed', stored: 'handling' },
    { field: 'tasks[0].unit', folded: 'U03', stored: 'U01' },
    { field: 'urgent', folded: false },
    { field: 'urges', stored: { count: 1, at: 1 } },
  ]);
});

test('a snapshot without history, and a history without snapshot, are not sound', async () => {
  const bare = await audit([], state);
  expect(bare).toMatchObject({ brokenAt: 1, unfoldable: expect.any(String) });
  const lost = await audit(life, undefined);
  expect(lost).toMatchObject({ noSnapshot: true, differences: [] });
  for (const found of [bare, lost]) expect(found && isSound(found)).toBe(false);
});

test('a history that begins with anything but an opening is an answer, not a fault', async () => {
  const found = await audit(sealed([['2026-09-28 10:00', RESIDENT, { type: 'verified' }]]), state);
  expect(found?.unfoldable).toMatch(/does not begin with an opening/u);
});

test('a case that goes on while it is read is read again', async () => {
  let reads = 0;
  const later = {
    load: async () => state,
    // The last entry is written between the first two reads.
    history: async () => (reads++ === 0 ? life.slice(0, -1) : life),
  };
  const found = await auditCase(later)(NUMBER);
  expect(found && isSound(found)).toBe(true);
  expect(reads).toBe(2);
});
