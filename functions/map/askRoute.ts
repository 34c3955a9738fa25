import type { Area, Service } from '../../shared/domain/city/City.ts';
import { findWritten } from '../../shared/domain/city/findWritten.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { phrases } from './phrases.ts';

/** What was meant, or a sentence that says what is missing, with what could be written instead. */
export type Found<T> =
  | { readonly found: T }
  | { readonly found?: undefined; readonly words: string; readonly instead: readonly string[] };

const missing = (words: string, instead: readonly string[] = []): Found<never> => ({ words, instead });

/** Candidates that are offered. */
const OFFERED = 6;

/** A service by its code, its name, or as people say it. */
export const askService = (know: Knowledge, said: string): Found<Service> => {
  const named = know.service(said) ?? know.city.services.find(({ name }) => name === said);
  if (named) return { found: named };
  const { guesses, sure } = know.classify(said);
  const services = guesses.flatMap((guess) => know.service(guess.service) ?? []);
  const [first] = services;
  if (!first) return missing(phrases.ask.noService(said));
  if (sure || services.length === 1) return { found: first };
  return missing(
    phrases.ask.whichService(said),
    services.map(({ code, name }) => `${code} ${name}`),
  );
};

/** A leaf by its code, a point in it, or the name of a place in it. */
export const askPlace = (know: Knowledge, said: string): Found<Area> => {
  const area = know.area(said);
  if (area && know.isLeaf(said)) return { found: area };
  if (area) return missing(phrases.ask.notALeaf(said), know.leavesUnder(said).slice(0, OFFERED).map(titleOf));
  const written = findWritten(know, said);
  if (written?.kind === 'leaf') return { found: written.leaf };
  if (written?.kind === 'swapped')
    return missing(phrases.ask.swapped, [
      [written.meant, written.leaf && titleOf(written.leaf)].filter(Boolean).join(' '),
    ]);
  if (written) return missing(phrases.ask.outside(said));
  const hits = know.findPlaces(said);
  const leaves = [...new Set(hits.map((hit) => hit.area))];
  const [only] = leaves;
  const leaf = leaves.length === 1 && only !== undefined ? know.area(only) : undefined;
  if (leaf) return { found: leaf };
  if (hits.length === 0) return missing(phrases.ask.noPlace(said));
  return missing(
    phrases.ask.whichPlace(said),
    hits.slice(0, OFFERED).map(
      (hit) =>
        `${hit.area} ${hit.name}（${know
          .lineage(hit.area)
          .map(({ name }) => name)
          .join(' ← ')}）`,
    ),
  );
};

const titleOf = ({ code, name }: Area): string => `${code} ${name}`;
