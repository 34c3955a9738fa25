import type { CaseNotice } from '../contracts/notice.ts';
import type { Case } from '../domain/case/Case.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { rankSimilar } from '../domain/similar/rankSimilar.ts';
import type { SolvedCase } from '../domain/similar/SolvedCase.ts';
import type { SolvedStore } from './ports.ts';

/** So many solved cases are weighed: one bounded read. */
export const WEIGHED = 100;

/** What worked in cases like this one, for whoever handles it: by service and community, at most three. Empty where nothing fits. */
export const similarCases =
  (world: { readonly solved: Pick<SolvedStore, 'ofService'> }) =>
  async (state: Case, city: Knowledge): Promise<NonNullable<CaseNotice['similar']>> => {
    const { number, service, condition, text, leaf } = state;
    const candidates = await world.solved.ofService(service, leaf, WEIGHED);
    if (candidates.length === 0) return [];
    const lineage = city.lineage(leaf).map(({ code }) => code);
    const phrases = city.city.services.flatMap(({ words }) => words);
    const others = candidates.filter((solved) => solved.number !== number);
    return rankSimilar({ service, condition, text, lineage }, others, phrases).map((solved) =>
      toShown(solved, city),
    );
  };

const toShown = ({ service, leaf, report, rating, rounds }: SolvedCase, city: Knowledge) => ({
  service: city.service(service)?.name ?? service,
  place: communityOf(leaf, city),
  report,
  ...(rating ? { rating } : {}),
  ...(rounds > 0 ? { reworked: true as const } : {}),
});

/** No nearer than that: a cell may be a single house. */
const communityOf = (leaf: string, city: Knowledge): string => {
  const above = city.lineage(leaf).slice(1);
  return (above.find(({ level }) => level === 'community') ?? above[0])?.name ?? city.city.name;
};
