import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { startRating } from '../rating/rateCase.ts';
import { asks, caseOf, done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { type Action, cardOfAction, cardOfStage } from './Action.ts';
import { gone, isTheirs, lookAt, passed, refusedText, wasGiven } from './act.ts';
import { closeCase } from './cards.ts';
import { offerCorrection, startCorrection } from './correctCase.ts';
import { dispatch, giveReason, pass, sign, verify } from './doTask.ts';
import { finishWith } from './finishCase.ts';
import { hearReason, isPlainReason } from './hearReason.ts';
import { nameCase } from './nameCase.ts';

/** A button, or its words, for one case; `words` and `photo` came with it. */
interface Wish {
  readonly number: string;
  readonly action: Action;
  readonly words?: string | undefined;
  readonly photo?: string | undefined;
  /** The label was not said: nothing that cannot be taken back is done on words alone. */
  readonly meant?: true;
}

export const perform = (scene: Scene, wish: Wish): Step => {
  const { number, action, words } = wish;
  switch (action.type) {
    case 'verify':
      return verify(scene, number);
    case 'sign':
      return sign(scene, number);
    case 'pass':
      return pass(scene, number);
    case 'dispatch':
      return dispatch(scene, number, action.unit);
    case 'rate':
      return startRating(scene, number, action.grade, words);
    case 'decline':
    case 'fail':
      return giveOrAskReason(scene, wish, action.type);
    case 'correct':
      // What it is filed under decides what is asked.
      return whenSeen(scene, wish, (state) =>
        words ? offerCorrection(scene, number, words, state.service) : startCorrection(scene, state),
      );
    case 'finish':
      return whenSeen(scene, wish, (state) =>
        finishWith(scene, finishOf(scene, state), { words, photo: wish.photo }),
      );
  }
};

/** What was plainly said with the label acts at once; anything else is heard as if it had been asked for. */
const giveOrAskReason = (scene: Scene, wish: Wish, kind: 'decline' | 'fail'): Step => {
  const { number, words, meant } = wish;
  if (!words) return ask(scene, wish, { kind, number });
  return isPlainReason(words) && !meant
    ? giveReason(scene, kind, number, words)
    : whenSeen(scene, wish, () => hearReason(scene, { kind, number }, words));
};

/** Goes on with what was already said of it. */
const finishOf = (
  { session: { question }, know }: Scene,
  state: Case,
): Extract<Question, { kind: 'finish' }> =>
  question?.kind === 'finish' && question.number === state.number
    ? question
    : { kind: 'finish', number: state.number, about: nameCase(state, know), photos: [] };

const ask = (scene: Scene, wish: Wish, question: Question): Step =>
  whenSeen(scene, wish, () => done(withQuestion(scene.session, question), askQuestion(question, scene.know)));

/** Before asking someone for words, looks whether there is a use for them: the card may be old, or others may answer by now. */
const whenSeen = (scene: Scene, { number, action }: Wish, then: (state: Case) => Step): Step => {
  const answer = scene.answers.before;
  if (!answer) return asks(lookAt(scene, number, 'before'));
  const result = caseOf(answer);
  if ('refusal' in result)
    return done(closeCase(scene.session, number), { text: refusedText(scene, result.refusal) });
  if (cardOfStage(result.case.stage) !== cardOfAction(action))
    return passed(scene, number, say.refused.wrongStage);
  if (isTheirs(scene, result.case)) return then(result.case);
  return wasGiven(scene, number) ? gone(scene, number) : passed(scene, number, say.refused.notYours);
};
