import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { serviceName } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Which } from '../Session.ts';

/** Most cases offered at once; any other is reached by its number. */
export const MOST_LISTED = 8;

/** Asks which case is meant. `known`: cases already looked up, for saying more than a number. */
export const askWhich = (
  scene: Scene,
  which: Which,
  known: readonly Case[],
  text = say.which(which.word),
): Step => {
  const numbers = which.numbers.slice(0, MOST_LISTED);
  return done(withQuestion(scene.session, { ...which, numbers }), {
    text,
    choices: numbers.map((number) => labelOf(number, known, scene.know)),
  });
};

/** `202609280000001 建设路12号 路灯异常`, short enough for a button; read back by the number it begins with. */
export const labelOf = (number: string, known: readonly Case[], know: Knowledge): string => {
  const state = known.find((one) => one.number === number);
  if (!state) return number;
  const place = maskPrivate(state.place.name).slice(0, 12);
  return `${number} ${place} ${serviceName(state.service, know).slice(0, 10)}`;
};
