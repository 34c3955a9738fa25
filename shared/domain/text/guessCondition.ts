import type { Condition, Service } from '../city/City.ts';
import { CONDITION_WORDS, USUAL_CONDITION } from './conditionWords.ts';
import { isAsserted } from './isAsserted.ts';
import { matterText } from './matterText.ts';

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

const allTold = ({ conditions }: Conditioned, text: string): readonly Condition[] => {
  const clauses = matterText(text).text.split(' ');
  return conditions.filter((condition) => {
    const words = ownWords(condition, conditions);
    return clauses.some((clause) => isTold(words, clause));
  });
};

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

/** Longest first: what is denied (没有塌陷) is out, with the shorter words in it. */
const isTold = (words: readonly string[], clause: string): boolean => {
  let rest = clause;
  for (const word of [...words].sort((a, b) => b.length - a.length))
    for (let at = rest.indexOf(word); at >= 0; at = rest.indexOf(word)) {
      const end = at + word.length;
      if (isAsserted(clause, at, end)) return true;
      rest = rest.slice(0, at) + ' '.repeat(word.length) + rest.slice(end);
    }
  return false;
};
