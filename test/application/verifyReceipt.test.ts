import fc from 'fast-check';
import { verifyReceipt } from '../../shared/application/verifyReceipt.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { receiptOf } from '../../shared/domain/case/receiptOf.ts';
import { aLife, foldOf, sealed, storeOf } from '../support/handmadeCase.ts';
import { NUMBER, staff } from '../support/lifeOf.ts';

const life = aLife();
const state = foldOf(life);
const receipt = (seq: number): string => receiptOf(life[seq - 1] as Entry);
const verify = (history: readonly Entry[], of: string, number = NUMBER) =>
  verifyReceipt(storeOf(history, state))(number, of);
const changed = (seq: number): readonly Entry[] =>
  life.map((entry) => (entry.seq === seq ? { ...entry, by: staff('S2') } : entry));

test('every entry has a receipt that proves it', async () => {
  for (const entry of life)
    expect(await verify(life, receiptOf(entry))).toMatchObject({ entry, unaltered: true, whole: life });
});

test('a receipt of another case, of no entry, and an unknown number are the same: nothing', async () => {
  const other = aLife('202609280000002');
  for (const [number, of] of [
    [NUMBER, receiptOf(other[0] as Entry)],
    [NUMBER, receiptOf({ seq: 1, hash: life[1]?.hash ?? '' })],
    [NUMBER, ''],
    ['202609280000003', receipt(1)],
  ] as const)
    expect(await verify(life, of, number)).toBeUndefined();
});

test('an entry that was altered under its old hash is told to whoever holds its receipt', async () => {
  const verified = await verify(changed(3), receipt(3));
  expect(verified).toMatchObject({ unaltered: false, audit: { brokenAt: 3 }, whole: life.slice(0, 2) });
});

test('an entry before it was altered: its own is as it was, and the break is told', async () => {
  const verified = await verify(changed(2), receipt(6));
  expect(verified).toMatchObject({ unaltered: true, audit: { brokenAt: 2 }, whole: life.slice(0, 1) });
});

test('where the entry before it is gone, nothing proves that it is as it was', async () => {
  const verified = await verify(
    life.filter(({ seq }) => seq !== 3),
    receipt(4),
  );
  expect(verified).toMatchObject({ unaltered: false, audit: { brokenAt: 3 } });
});

test('a history that was forged and sealed anew fits no receipt that was given before', async () => {
  const forged = sealed(
    life.map(({ by, events }, i) => [`2026-10-0${i + 1} 10:00`, by, ...events]),
    NUMBER,
  );
  for (const entry of life) expect(await verify(forged, receiptOf(entry))).toBeUndefined();
});

test('a history without sense shows nothing of itself', async () => {
  const senseless = sealed([['2026-09-28 10:00', staff('S1'), { type: 'verified' }]]);
  const verified = await verify(senseless, receiptOf(senseless[0] as Entry));
  expect(verified).toMatchObject({ whole: [], unaltered: true });
  expect(verified?.state).toBeUndefined();
});

test('no guess opens anything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      async (seq, bytes) => {
        const guess = receiptOf({ seq, hash: Buffer.from(bytes).toString('base64url') });
        expect(await verify(life, guess)).toBeUndefined();
      },
    ),
  );
});
