import type { Rating } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { asks, done, type Scene, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { act } from '../tasks/act.ts';
import { closeCase } from '../tasks/cards.ts';

type Pending = Extract<Question, { kind: 'rate' }>;

/** A grade with words is filed at once; a bare one asks once whether there is more to say. */
export const startRating = (
  scene: Scene,
  number: string,
  grade: Rating['overall'],
  opinion: string | undefined,
): Step => {
  if (opinion) return fileRating(scene, number, { overall: grade, opinion });
  const question: Question = { kind: 'rate', number, grade };
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};

export const fileRating = (scene: Scene, number: string, rating: Rating): Step =>
  act(scene, number, { type: 'rate', rating }, () =>
    done(closeCase(scene.session, number), { text: say.rated(say.grades[rating.overall]) }),
  );

/** A grade that was given must not be lost because the question after it stayed open: it is filed without an opinion. */
export const settleGrade = (scene: Scene, { number, grade }: Pending, then: (scene: Scene) => Step): Step => {
  const command = { type: 'rate', rating: { overall: grade } } as const;
  if (!scene.answers.settle) return asks({ key: 'settle', kind: 'act', number, command });
  return then(withSession(scene, closeCase(scene.session, number)));
};
