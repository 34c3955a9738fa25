import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Which } from '../Session.ts';
import { labelOf } from './labelOf.ts';

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
    choices: numbers.map((number) => labelOf(number, known, scene)),
  });
};
