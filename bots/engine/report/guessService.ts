import type { Classification, Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { readEmergency } from '../../../shared/domain/text/readEmergency.ts';
import { omit } from '../omit.ts';
import type { Form } from './Form.ts';
import { withoutPlaces } from './withoutPlaces.ts';

/** The service the words mean, where the form has none yet: taken when sure (the summary still asks), else offered, else a miss. */
export const guessService = (form: Form, words: string, know: Knowledge): Form => {
  if (form.service !== undefined && know.service(form.service)) return form;
  // What was offered for the words before, and refused, is not offered again.
  const own = classifyMatter(words, know);
  const { guesses, sure } = own.guesses.length > 0 || form.misses > 0 ? own : classifyMatter(form.text, know);
  const [first] = guesses;
  if (first && sure) return { ...omit(form, 'guesses'), service: first.service };
  if (first) return { ...form, guesses: guesses.map(({ service }) => service) };
  // Somebody in an emergency is not told that they said it badly.
  if (form.guesses || readEmergency(words).length > 0) return form;
  return { ...form, misses: form.misses + 1 };
};

/** The name of a place may sound like another matter (药店门口: trade outside shops): what is told without it is enough to be sure of the same. */
const classifyMatter = (words: string, know: Knowledge): Classification => {
  const whole = know.classify(words);
  const [first] = whole.guesses;
  if (whole.sure || !first) return whole;
  const bare = know.classify(withoutPlaces(words, know.findPlaces(words)));
  return bare.sure && bare.guesses[0]?.service === first.service ? bare : whole;
};
