import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { readEmergency } from '../../../shared/domain/text/readEmergency.ts';
import { omit } from '../omit.ts';
import type { Form } from './Form.ts';

/** The service the words mean, where the form has none yet: taken when sure (the summary still asks), else offered, else a miss. */
export const guessService = (form: Form, words: string, know: Knowledge): Form => {
  if (form.service !== undefined && know.service(form.service)) return form;
  // What was offered for the words before, and refused, is not offered again.
  const own = know.classify(words);
  const { guesses, sure } = own.guesses.length > 0 || form.misses > 0 ? own : know.classify(form.text);
  const [first] = guesses;
  if (first && sure) return { ...omit(form, 'guesses'), service: first.service };
  if (first) return { ...form, guesses: guesses.map(({ service }) => service) };
  // Somebody in an emergency is not told that they said it badly.
  if (form.guesses || readEmergency(words).length > 0) return form;
  return { ...form, misses: form.misses + 1 };
};
