import type { Condition, Service } from '../city/City.ts';
import { CONDITION_WORDS, MEANS_OTHERWISE, USUAL_CONDITION } from './conditionWords.ts';
import { isAsserted, isDenied } from './isAsserted.ts';
import { CLAUSES, matterText } from './matterText.ts';
import { normalise } from './normalise.ts';

type Conditioned = Pick<Service, 'conditions'>;

/**
 * The condition (情形) of a service that a text means: what its words tell, else the one for the usual case, where there is one.
 * Undefined when the words do not decide.
 */
export const guessCondition = (service: Conditioned, text: string): Condition | undefined => {
  const told = allTold(service, text);
  return told.length > 0 ? mostUrgent(told) : service.conditions.find(isUsual);
};

/** The condition that the words themselves tell. A text that tells an urgent one and another means the urgent one; between two urgent ones it does not decide. */
export const toldCondition = (service: Conditioned, text: string): Condition | undefined =>
  mostUrgent(allTold(service, text));

/** Whether a text denies every word for the condition that it holds, and holds one: 「没塌」, 「不是丢了」. */
export const deniesCondition = ({ conditions }: Conditioned, condition: Condition, text: string): boolean => {
  const words = ownWords(condition, conditions);
  const heard = normalise(text)
    .split(CLAUSES)
    .flatMap((clause) => occurrences(words, clause).map(({ start }) => isDenied(clause, start)));
  return heard.length > 0 && heard.every(Boolean);
};

const allTold = ({ conditions }: Conditioned, text: string): readonly Condition[] => {
  const clauses = matterText(text)
    .text.split(' ')
    .flatMap((clause) => clause.split(ONLY_THIS))
    .filter((clause) => !ALL_FINE.test(clause));
  return conditions.filter((condition) => {
    const words = ownWords(condition, conditions);
    return clauses.some((clause) => isTold(words, clause));
  });
};

/** 「都亮着就这盏不亮」: before it stands what is fine. */
const ONLY_THIS = /(?=就(?:这|那|剩|只|是|一)|只有|只是|只剩|唯独|偏偏)/u;
const ALL_FINE = /[都全还](?:是|很|挺)?(?:亮|好|正常|没事|能用)(?:着|的|了)?$/u;

const mostUrgent = (told: readonly Condition[]): Condition | undefined => {
  const urgent = told.filter((condition) => condition.urgent);
  return urgent.length > 1 ? undefined : (urgent[0] ?? told[0]);
};

/** A service with a condition that is urgent and one that is not filed like it: a report must say which it is. */
export const mustTellCondition = ({ conditions }: Conditioned): boolean =>
  conditions.length > 1 && conditions.some(({ urgent }) => urgent);

/** What is taken from somebody who cannot tell: nobody makes anything urgent by not knowing. */
export const plainCondition = ({ conditions }: Conditioned): Condition | undefined =>
  conditions.find(({ urgent }) => !urgent) ?? conditions[0];

const isUsual = ({ name, urgent }: Condition): boolean => !urgent && USUAL_CONDITION.test(name);

/** The words for a condition that are not also words for another one of the service. */
const ownWords = (condition: Condition, all: readonly Condition[]): readonly string[] => {
  const others = new Set(all.filter((one) => one !== condition).flatMap(wordsOf));
  return wordsOf(condition).filter((word) => !others.has(word));
};

const wordsOf = ({ name }: Condition): readonly string[] => {
  const said = Object.entries(CONDITION_WORDS).filter(([key]) => name.includes(key));
  const own = name.split(/[、，,；;\s]+/u).filter((part) => part !== '' && !USUAL_CONDITION.test(part));
  return [...new Set([...own, ...said.flatMap(([, words]) => words)])];
};

const isTold = (words: readonly string[], clause: string): boolean =>
  occurrences(words, clause).some(({ start, end }) => isAsserted(clause, start, end));

interface Occurrence {
  readonly start: number;
  readonly end: number;
}

/** Longest first: what is denied (没有塌陷) is out, with the shorter words in it. */
const occurrences = (words: readonly string[], clause: string): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  let rest = clause;
  for (const word of [...words].sort((a, b) => b.length - a.length))
    for (let start = rest.indexOf(word); start >= 0; start = rest.indexOf(word)) {
      const end = start + word.length;
      if (!meansOtherwise(word, clause.slice(end))) found.push({ start, end });
      rest = rest.slice(0, start) + ' '.repeat(word.length) + rest.slice(end);
    }
  return found;
};

const meansOtherwise = (word: string, behind: string): boolean =>
  MEANS_OTHERWISE.some((one) => one.word.test(word) && one.before.test(behind));
