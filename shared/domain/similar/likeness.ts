import { CONDITION_WORDS } from '../text/conditionWords.ts';
import { buildGramIndex } from '../text/GramIndex.ts';
import { matterText } from '../text/matterText.ts';
import type { SolvedCase } from './SolvedCase.ts';

/** How much and when is no sign of what: a piano at night is not a bar at night. */
const NO_MATTER: ReadonlySet<string> = new Set(['大量', '大面积', '夜间', '日间']);
const SENSES = Object.entries(CONDITION_WORDS).filter(([sense]) => !NO_MATTER.has(sense));
/** Of what two texts mean alike beside what they say alike. */
const SENSE_SHARE = 0.3;
/** And of what the handling says alike (水管爆了, 更换管段): it speaks of other things as well. */
const HANDLING_SHARE = 0.3;
/** So that one sense alone, held by both, is less than all there is. */
const SENSE_DOUBT = 1;

/**
 * How much each case is about the matter that is asked about, 0…1.6: by the words they share, and by words that mean the same (灭了,
 * 不亮, 黑漆漆). `phrases` is how people speak in this city, from the catalog: what is rare there weighs more.
 */
export const likeness = (
  asked: string,
  cases: readonly Pick<SolvedCase, 'text' | 'report'>[],
  phrases: readonly string[],
): readonly number[] => {
  const texts = [asked, ...cases.map(({ text }) => text)].map((text) => matterText(text).text);
  const words = sharedWords(
    texts,
    cases.map(({ report }) => report),
    phrases,
  );
  const senses = sharedSenses(texts);
  return cases.map((_, at) => (words[at] as number) + SENSE_SHARE * (senses[at] as number));
};

/** Of the first text with each of the others. */
const sharedWords = (
  texts: readonly string[],
  reports: readonly string[],
  phrases: readonly string[],
): readonly number[] => {
  const documents = [...texts, ...reports, ...phrases].map((text) => [text]);
  const index = buildGramIndex(documents);
  const scoresOf = (at: number): Float64Array => {
    const scores = new Float64Array(documents.length);
    index.addScores(texts[at] as string, scores);
    return scores;
  };
  /** How much of a text is in another, of all that is in itself. */
  const shareOf = (scores: Float64Array, of: number, own: number): number =>
    scores[own] ? (scores[of] as number) / (scores[own] as number) : 0;
  const asked = scoresOf(0);
  return reports.map((_, at) => {
    const there = shareOf(asked, at + 1, 0);
    const back = shareOf(scoresOf(at + 1), 0, at + 1);
    return Math.sqrt(there * back) + HANDLING_SHARE * shareOf(asked, texts.length + at, 0);
  });
};

const sensesOf = (text: string): ReadonlySet<string> =>
  new Set(SENSES.flatMap(([sense, words]) => (words.some((word) => text.includes(word)) ? [sense] : [])));

/** What both mean, of all that either means; the rarer among them the more. */
const sharedSenses = (texts: readonly string[]): readonly number[] => {
  const [asked = new Set<string>(), ...others] = texts.map(sensesOf);
  const among = new Map<string, number>();
  for (const senses of [asked, ...others])
    for (const sense of senses) among.set(sense, (among.get(sense) ?? 0) + 1);
  const weigh = (senses: Iterable<string>): number => {
    let sum = 0;
    for (const sense of senses) sum += Math.log(1 + texts.length / (among.get(sense) ?? 1));
    return sum;
  };
  return others.map((senses) => {
    const both = [...senses].filter((sense) => asked.has(sense));
    return weigh(both) / (weigh(new Set([...asked, ...senses])) + SENSE_DOUBT);
  });
};
