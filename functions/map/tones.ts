import type { Counts } from '../../shared/application/countByArea.ts';

/** Blue for what is open, orange as soon as something is overdue: told apart by whoever sees no red or no green, too. */
export const OPEN_TONES = ['#c6dbef', '#9ecae1', '#6baed6', '#3182bd'] as const;
export const LATE_TONES = ['#fdd0a2', '#fdae6b', '#f16913', '#c44601'] as const;

export interface Tones {
  /** A class of the style sheet: `n`, `o0`…`o3`, `l0`…`l3`. */
  readonly of: (counts: Counts) => string;
  /** `1–3` for each class that occurs. */
  readonly open: readonly Step[];
  readonly late: readonly Step[];
}

interface Step {
  readonly tone: string;
  readonly range: string;
}

/** By rank: as many areas in each class as may be, so that one with very many does not make all others alike. */
export const tonesOf = (areas: readonly Counts[]): Tones => {
  const open = stepsOf(areas.filter((area) => area.overdue === 0).map((area) => area.open));
  const late = stepsOf(areas.map((area) => area.overdue));
  const classOf = (steps: readonly number[], count: number): number =>
    steps.findIndex((most) => count <= most);
  return {
    of: (area) => {
      if (area.overdue > 0) return `l${classOf(late, area.overdue)}`;
      return area.open > 0 ? `o${classOf(open, area.open)}` : 'n';
    },
    open: rangesOf(open, 'o'),
    late: rangesOf(late, 'l'),
  };
};

/** The largest count of each of at most four classes. */
const stepsOf = (counts: readonly number[]): readonly number[] => {
  const some = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75, 1].map((share) => some[Math.ceil(share * some.length) - 1] ?? 0);
};

const rangesOf = (steps: readonly number[], prefix: string): readonly Step[] =>
  steps.flatMap((most, i) => {
    const least = (steps[i - 1] ?? 0) + 1;
    if (least > most) return [];
    return [{ tone: `${prefix}${i}`, range: least === most ? `${most}` : `${least}–${most}` }];
  });
