import type { Rating } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import { startRating } from './rateCase.ts';
import type { SaidParts } from './readParts.ts';

/** Grades of one case, as they were said: where 总体 was not among them it is asked for, never guessed. */
export const rateOne = (scene: Scene, number: string, said: SaidParts): Step => {
  const { overall, openness, result, opinion } = said;
  const parts: Pick<Rating, 'openness' | 'result'> = {
    ...(openness === undefined ? {} : { openness }),
    ...(result === undefined ? {} : { result }),
  };
  if (overall !== undefined) return startRating(scene, number, { ...parts, overall }, opinion);
  const question = {
    kind: 'overall',
    number,
    parts: { ...parts, ...(opinion === '' ? {} : { opinion }) },
  } as const;
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};
