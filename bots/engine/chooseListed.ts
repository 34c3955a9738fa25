import { cleanText } from '../../shared/domain/text/cleanText.ts';
import type { Step } from './Dialog.ts';
import { labelOf, withoutMarks } from './questions/labelOf.ts';
import { asks, casesOf, type Scene } from './Scene.ts';

/**
 * A choice between cases is answered by a number alone, or by a label as it was shown, `202609280000001 建设路12号 路灯异常`, at whatever hour. Other
 * words behind a number are no choice: 「202609280000001 不属实」 must not do what was asked about. `then` gets the answer as it is
 * to be read.
 */
export const chooseListed = (
  scene: Scene,
  numbers: readonly string[],
  raw: string,
  then: (said: string) => Step | undefined,
): Step | undefined => {
  const number = numbers.find((one) => raw !== one && raw.startsWith(one));
  if (number === undefined) return then(raw);
  const answer = scene.answers.label;
  if (!answer) return asks({ key: 'label', kind: 'listed', numbers: [number] });
  const shown = cleanText(labelOf(number, casesOf(answer), scene));
  return then(withoutMarks(raw) === withoutMarks(shown) ? number : raw);
};
