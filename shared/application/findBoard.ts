import type { BoardChoice, BoardChoices, BoardQuery } from '../contracts/board.ts';
import type { Area, Point } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Nearby } from '../domain/grid/Nearby.ts';

export type BoardFound =
  | { readonly kind: 'leaf'; readonly leaf: Area; readonly beside: Nearby['others'] }
  | ({ readonly kind: 'choices' } & BoardChoices)
  | { readonly kind: 'missed'; readonly why: 'noSuchCell' | 'outside' | 'noSuchPlace' };

/** Most that are offered for words. */
const MOST = 12;
/** Most areas listed below one. */
const MOST_BELOW = 1_000;
/** So far a telephone may be wrong, in metres. */
const ERRS = 50;

/** The leaf that a question means, or those it may mean. */
export const findBoard = (know: Knowledge, query: BoardQuery): BoardFound => {
  if ('cell' in query) return byCode(know, query.cell);
  if ('place' in query) return byWords(know, query.place);
  const near = know.near(query, ERRS);
  return near ? { kind: 'leaf', leaf: near.leaf, beside: near.others } : { kind: 'missed', why: 'outside' };
};

const byCode = (know: Knowledge, code: string): BoardFound => {
  const area = know.area(code);
  if (!area) return { kind: 'missed', why: 'noSuchCell' };
  if (know.isLeaf(code)) return { kind: 'leaf', leaf: area, beside: [] };
  const below = know.childrenOf(code);
  return {
    kind: 'choices',
    choices: below.slice(0, MOST_BELOW).map((child) => asChoice(know, child)),
    more: below.length > MOST_BELOW,
  };
};

const byWords = (know: Knowledge, said: string): BoardFound => {
  const hits = know.findPlaces(said).filter(({ denied }) => !denied);
  const areas = areasNamed(know, said);
  const choices = distinct([
    ...areas.map((area) => asChoice(know, area)),
    ...hits.flatMap((hit) => atPlace(know, hit)),
  ]);
  if (choices.length > 0) return oneOrChoices(know, choices);
  const missed = know.missPlace(said);
  const near = distinct((missed?.near ?? []).flatMap((place) => atPlace(know, place)));
  if (!missed || near.length === 0) return { kind: 'missed', why: 'noSuchPlace' };
  const offered = { kind: 'choices', choices: near.slice(0, MOST), more: near.length > MOST } as const;
  // A road is known; which part of it is meant is the question.
  return missed.kind === 'road' ? offered : { ...offered, missed: missed.said };
};

/** Several places of one cell have one board. */
const oneOrChoices = (know: Knowledge, choices: readonly BoardChoice[]): BoardFound => {
  const [first] = choices;
  const leaf = first?.leaf && choices.every(({ code }) => code === first.code) && know.area(first.code);
  if (leaf) return { kind: 'leaf', leaf, beside: [] };
  return { kind: 'choices', choices: choices.slice(0, MOST), more: choices.length > MOST };
};

/** Areas that the words are the name of, with or without those above it: 向阳社区第一网格. Else those whose name begins so. */
const areasNamed = (know: Knowledge, said: string): readonly Area[] => {
  const words = said.replaceAll(/\s+/gu, '');
  const named = know.city.areas.filter((area) => isNamed(know, area, words));
  if (named.length > 0 || [...words].length < 2) return named;
  return know.city.areas.filter(({ name }) => name.startsWith(words));
};

const isNamed = (know: Knowledge, { code, name }: Area, words: string): boolean => {
  if (words === code) return true;
  if (!words.endsWith(name)) return false;
  const above = know.lineage(code).slice(1);
  return above.reduce((left, area) => left.replace(area.name, ''), words.slice(0, -name.length)) === '';
};

const atPlace = (know: Knowledge, place: Point & { readonly name: string }): readonly BoardChoice[] => {
  const leaf = know.locate(place);
  if (!leaf) return [];
  const within = namesOf(know.lineage(leaf.code));
  return [{ name: place.name, within, code: leaf.code, leaf: true }];
};

const asChoice = (know: Knowledge, { code, name }: Area): BoardChoice => ({
  name,
  within: namesOf(know.lineage(code).slice(1)),
  code,
  leaf: know.isLeaf(code),
});

const namesOf = (lineage: readonly Area[]): string =>
  lineage
    .map(({ name }) => name)
    .reverse()
    .join(' ');

const distinct = (choices: readonly BoardChoice[]): readonly BoardChoice[] => [
  ...new Map(choices.map((choice) => [`${choice.name}@${choice.code}`, choice])).values(),
];
