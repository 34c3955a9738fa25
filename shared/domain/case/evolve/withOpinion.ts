import type { Opinion } from '../Case.ts';

/** What the experts answered, each once: who thinks again replaces what they said. */
export const withOpinion = (
  opinions: readonly Opinion[] = [],
  { person, accept, words }: Opinion,
): readonly Opinion[] => [...opinions.filter((one) => one.person !== person), { person, accept, words }];
