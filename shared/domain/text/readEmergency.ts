import {
  EMERGENCY_WORDS,
  type EmergencyKind,
  LONG_AGO,
  OVER_OR_SPOKEN_OF,
  STILL,
  STILL_NEXT,
} from './emergencyWords.ts';
import { isAsserted } from './isAsserted.ts';
import { CLAUSES } from './matterText.ts';
import { normalise } from './normalise.ts';

/** What lies behind this much of a message was not said in a hurry. */
const LONGEST = 2_000;

/**
 * The emergencies that a message tells as going on now, in the order of the table. Denied, feared and remembered ones are none,
 * unless what is remembered still goes on.
 * In doubt it tells one: a hint too many costs a glance.
 */
export const readEmergency = (message: string): readonly EmergencyKind[] => {
  const clauses = normalise(message.slice(0, LONGEST)).split(CLAUSES).filter(Boolean);
  return (Object.keys(EMERGENCY_WORDS) as EmergencyKind[]).filter((kind) =>
    clauses.some((clause, at) => tells(clause, clauses[at + 1] ?? '', EMERGENCY_WORDS[kind])),
  );
};

const tells = (clause: string, next: string, words: RegExp): boolean => {
  const goesOn = STILL.test(clause) || STILL_NEXT.test(next);
  return [...clause.matchAll(words)].some(({ 0: match, index }) => {
    const end = index + match.length;
    const over = !goesOn && LONG_AGO.test(clause.slice(0, index));
    return isAsserted(clause, index, end) && !over && !OVER_OR_SPOKEN_OF.test(clause.slice(end));
  });
};
