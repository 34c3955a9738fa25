import type { Service } from '../city/City.ts';
import type { Classification } from '../city/Knowledge.ts';
import { buildGramIndex } from './GramIndex.ts';
import { matterText } from './matterText.ts';
import { normalise } from './normalise.ts';
import { buildPhraseIndex, type PhraseSpan } from './PhraseIndex.ts';

type Words = Pick<Service, 'code' | 'name' | 'words' | 'not'>;

/** How many are offered. */
const OFFERED = 3;
/** Added per character of a catalog word that stands in the text as a whole. */
const WHOLE_WORD = 2.2;
/** What is left of a score for each `not` word in the text. */
const NOT_SHARE = 0.45;
/** A guess below this is chance: a shared character, half a word. */
const FAINT = 5;
/** Guesses far behind the first are noise. */
const NEAR_FIRST = 0.22;
/** `sure` asks for this much evidence, and for the second to reach no more than this share of it. */
const ENOUGH = 14;
const CLEAR = 0.55;
/** Half way to 1. */
const HALF = 15;

/** `菜市场门口` `路灯底下`: where it is, not what it is. */
const LANDMARK =
  /的?(?:门口|门前|[前后侧东南西北]门|旁|边上|边的|边有|对面|附近|周边|隔壁|下面|底下|后面|前面|外面|那边|这边|[入出]口)/uy;

const NONE: Classification = { guesses: [], sure: false };

/** Almost every word of a catalog is in its compared form already, and there are thousands. */
const COMPARED = /^[\u4e00-\u9fff0-9a-z]*$/u;
const UNCOMPARED = /[\s\p{P}]/gu;

const compared = (word: string): string =>
  COMPARED.test(word) ? word : normalise(word).toLowerCase().replace(UNCOMPARED, '');

/** A standard name says 路灯异常 or 门（楼号）牌异常; people say the thing. */
const plainName = (name: string): string => compared(name).replace(/异常$/u, '');

/** Takes out the words that only tell where, as long as another word tells what. */
const withoutLandmarks = (message: string, found: readonly PhraseSpan<number>[]) => {
  const where = found.filter((span) => {
    LANDMARK.lastIndex = span.end;
    return LANDMARK.test(message);
  });
  const onlyPlaces = where.length > 0 && where.length === found.length;
  if (where.length === 0 || onlyPlaces) return { text: message, spans: found, onlyPlaces };
  let text = message;
  for (const { start, end } of where) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return { text, spans: found.filter((span) => !where.includes(span)), onlyPlaces };
};

/**
 * Learns how people say each service from the catalog's words, and answers which service a message means: character grams with BM25,
 * more for whole words, less for words of the confusable neighbour. Pure and small: a few milliseconds to build, microseconds to ask.
 */
export const buildClassifier = (services: readonly Words[]): ((text: string) => Classification) => {
  const phrases = services.map((service) => [plainName(service.name), ...service.words.map(compared)]);
  const grams = buildGramIndex(phrases);
  const whole = buildPhraseIndex(phrases.flatMap((list, at) => list.map((phrase) => [phrase, at] as const)));
  const against = services.map((service) => service.not.map(compared).filter((word) => word !== ''));

  const addWholeWords = (text: string, spans: readonly PhraseSpan<number>[], scores: Float64Array) => {
    const words = new Map(spans.map((span) => [text.slice(span.start, span.end), span.values]));
    for (const [word, owners] of words) {
      if (word.length < 2) continue;
      for (const at of owners) scores[at] = (scores[at] as number) + WHOLE_WORD * word.length;
    }
  };
  const holdBack = (text: string, scores: Float64Array) => {
    for (const [at, words] of against.entries()) {
      if (scores[at] === 0) continue;
      for (const word of words) if (text.includes(word)) scores[at] = (scores[at] as number) * NOT_SHARE;
    }
  };

  return (message) => {
    const matter = matterText(message);
    if (matter.text === '') return NONE;
    const { text, spans, onlyPlaces } = withoutLandmarks(matter.text, whole.find(matter.text));
    const scores = new Float64Array(services.length);
    grams.addScores(text, scores);
    addWholeWords(text, spans, scores);
    holdBack(text, scores);
    const order = [...scores.keys()].filter((at) => (scores[at] as number) >= FAINT);
    order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const first = scores[order[0] ?? -1] ?? 0;
    const second = scores[order[1] ?? -1] ?? 0;
    const guesses = order
      .slice(0, OFFERED)
      .filter((at) => (scores[at] as number) >= first * NEAR_FIRST)
      .map((at) => ({
        service: (services[at] as Words).code,
        score: Math.round((1000 * (scores[at] as number)) / ((scores[at] as number) + HALF)) / 1000,
      }));
    return { guesses, sure: !matter.done && !onlyPlaces && first >= ENOUGH && second <= first * CLEAR };
  };
};
