import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Service } from '../../../shared/domain/city/City.ts';
import { rankSimilar } from '../../../shared/domain/similar/rankSimilar.ts';
import type { SolvedCase } from '../../../shared/domain/similar/SolvedCase.ts';
import { generatedCases } from './generatedCases.ts';
import type { Query } from './queries.ts';
import { solvedCases } from './solvedCases.ts';

const catalog = new URL('../../../cities/example/catalog.yaml', import.meta.url);
const { services } = parse(readFileSync(catalog, 'utf8')) as { readonly services: readonly Service[] };

/** How people speak in the example city. */
export const phrases: readonly string[] = services.flatMap(({ words }) => words);

const told = [...solvedCases, ...generatedCases];
export const corpus: readonly SolvedCase[] = told.map(({ solved }) => solved);
const matterOf = new Map(told.map(({ matter, solved }) => [solved.number, matter]));

/** Which of the solved cases of its service a query is shown, and whether each fits. */
const answerQuery = ({ service, leaf, text, fitting }: Query) => {
  const lineage = [leaf, leaf.slice(0, 12), leaf.slice(0, 9), leaf.slice(0, 6)];
  const candidates = corpus.filter((solved) => solved.service === service);
  const shown = rankSimilar({ service, condition: 'a', text, lineage }, candidates, phrases);
  return shown.map(({ number }) => fitting.includes(matterOf.get(number) ?? ''));
};

/** Of so many queries: with a fitting case among those shown, as the first, with nothing shown; and of all that is shown what fits. */
export const measureSimilar = (queries: readonly Query[]) => {
  const answers = queries.map(answerQuery);
  return {
    asked: queries.length,
    hit: answers.filter((fits) => fits.includes(true)).length,
    first: answers.filter(([first]) => first === true).length,
    silent: answers.filter((fits) => fits.length === 0).length,
    shown: answers.flat().length,
    fitting: answers.flat().filter(Boolean).length,
  };
};
