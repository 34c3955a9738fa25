import { tonesOf } from '../../../functions/map/tones.ts';

const area = (open: number, overdue = 0) => ({ open, overdue });

describe('the colours of a map', () => {
  test('are blue by what is open, orange as soon as something is overdue, none where nothing is', () => {
    const tones = tonesOf([area(0), area(1), area(9), area(9, 1)]);
    expect([area(0), area(1), area(9), area(9, 1)].map(tones.of)).toEqual(['n', 'o0', 'o2', 'l0']);
  });

  test('go by rank: one with very many does not make all others alike', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7, 2_000].map((open) => area(open));
    const { of, open, late } = tonesOf(counts);
    expect(counts.map(of)).toEqual(['o0', 'o0', 'o1', 'o1', 'o2', 'o2', 'o3', 'o3']);
    expect(open.map(({ range }) => range)).toEqual(['1–2', '3–4', '5–6', '7–2000']);
    expect(late).toEqual([]);
  });

  test('the legend has only classes that occur, and every area has one of them', () => {
    for (const counts of [[5], [5, 5, 5], [1, 5, 5, 5, 5], []]) {
      const areas = counts.map((overdue) => area(9, overdue));
      const { of, open, late } = tonesOf(areas);
      expect(open).toEqual([]);
      expect(new Set(areas.map(of))).toEqual(new Set(late.map(({ tone }) => tone)));
    }
  });
});
