import type { Grade } from '../case/Case.ts';
import { likeness } from './likeness.ts';
import type { SolvedCase } from './SolvedCase.ts';

/** The case that somebody is to handle now. */
export interface AskedCase {
  readonly service: string;
  readonly condition: string;
  readonly text: string;
  /** Codes of its cell and of the areas above, the nearest first. */
  readonly lineage: readonly string[];
}

const SHOWN = 3;
/** Below this it is another matter, whatever else agrees. */
const ALIKE = 0.08;
/** Far behind the first is noise. */
const NEAR_FIRST = 0.3;
/** What is left of the likeness to what was filed as something else. */
const OTHER_SERVICE = 0.35;
/** Between cases that are about as like: the same finding, how near, how it was rated, how much the report tells. */
const SAME_CONDITION = 0.03;
const NEARNESS = [0.04, 0.03, 0.015] as const;
const GRADES: Readonly<Record<Grade, number>> = { A: 0.02, B: 0.01, C: -0.01, D: -0.02 };
const FULL_REPORT = 30;
const REPORT = 0.03;

/** What had to be done again, or was called bad, is shown only where nothing better is known. */
const wentBadly = ({ rating, rounds }: SolvedCase): boolean => rating === 'D' || rounds > 0;

/**
 * The solved cases that teach most about this one, at most three, the best first; none when none is about the same matter.
 * `phrases`: how people speak in this city, from the catalog.
 */
export const rankSimilar = (
  asked: AskedCase,
  candidates: readonly SolvedCase[],
  phrases: readonly string[],
): readonly SolvedCase[] => {
  const alike = likeness(asked.text, candidates, phrases).map((like, at): Weighed => {
    const solved = candidates[at] as SolvedCase;
    return { solved, like: solved.service === asked.service ? like : like * OTHER_SERVICE };
  });
  const best = Math.max(0, ...alike.map(({ like }) => like));
  const fitting = alike.filter(({ like }) => like >= ALIKE && like >= best * NEAR_FIRST);
  const good = fitting.filter(({ solved }) => !wentBadly(solved));
  const ranked = (good.length > 0 ? good : fitting)
    .map(({ solved, like }) => ({ solved, weight: like + besides(asked, solved) }))
    .sort((a, b) => b.weight - a.weight || (a.solved.number < b.solved.number ? 1 : -1))
    .map(({ solved }) => solved);
  return eachWayOnce(ranked).slice(0, SHOWN);
};

interface Weighed {
  readonly solved: SolvedCase;
  readonly like: number;
}

const besides = (asked: AskedCase, { condition, leaf, rating, report }: SolvedCase): number => {
  const shared = asked.lineage.findIndex((code) => leaf.startsWith(code));
  return (
    (condition === asked.condition ? SAME_CONDITION : 0) +
    (NEARNESS[shared] ?? 0) +
    (rating ? GRADES[rating] : 0) +
    (REPORT * Math.min(report.length, FULL_REPORT)) / FULL_REPORT
  );
};

/** The same words again teach nothing more. */
const eachWayOnce = (ranked: readonly SolvedCase[]): readonly SolvedCase[] => {
  const told = new Set<string>();
  return ranked.filter(({ report }) => {
    const way = report.replace(/[\s\p{P}]/gu, '');
    if (told.has(way)) return false;
    told.add(way);
    return true;
  });
};
