import type { Case } from '../../../shared/domain/case/Case.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { startRating } from '../rating/rateCase.ts';
import { asks, caseOf, done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { type Action, cardOfAction, cardOfStage } from './Action.ts';
import { isTheirs, passed } from './act.ts';
import { cardOfCase, closeCase } from './cards.ts';
import { offerCorrection, startCorrection } from './correctCase.ts';
import { dispatch, giveReason, pass, sign, verify } from './doTask.ts';
import { finishWith } from './finishCase.ts';
import { hearReason, isPlainReason } from './hearReason.ts';

/** A button, or its words, for one case; `words` and `photo` came with it. */
interface Wish {
  readonly number: string;
  readonly action: Action;
  readonly words?: string | undefined;
  readonly photo?: string | undefined;
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
      return whenOpen(scene, wish, () =>
        finishWith(scene, finishOf(scene, number), { words, photo: wish.photo }),
      );
  }
};

/** What was plainly said with the label acts at once; anything else is heard as if it had been asked for. */
const giveOrAskReason = (scene: Scene, wish: Wish, kind: 'decline' | 'fail'): Step => {
  const { number, words } = wish;
  if (!words) return ask(scene, wish, { kind, number });
  return isPlainReason(words)
    ? giveReason(scene, kind, number, words)
    : whenOpen(scene, wish, () => hearReason(scene, { kind, number }, words));
};

/** Goes on with what was already said of it. */
const finishOf = ({ session: { question } }: Scene, number: string): Extract<Question, { kind: 'finish' }> =>
  question?.kind === 'finish' && question.number === number
    ? question
    : { kind: 'finish', number, photos: [] };

const ask = (scene: Scene, wish: Wish, question: Question): Step =>
  whenOpen(scene, wish, () => done(withQuestion(scene.session, question), askQuestion(question, scene.know)));

/** Before asking someone for words, looks whether there is a use for them. An open card of that kind says so already. */
const whenOpen = (scene: Scene, wish: Wish, then: () => Step): Step =>
  cardOfCase(scene.session, wish.number)?.kind === cardOfAction(wish.action)
    ? then()
    : whenSeen(scene, wish, then);

const whenSeen = (scene: Scene, { number, action }: Wish, then: (state: Case) => Step): Step => {
  const answer = scene.answers.before;
  if (!answer) return asks({ key: 'before', kind: 'look', number });
  const result = caseOf(answer);
  if ('refusal' in result)
    return done(closeCase(scene.session, number), { text: explainRefusal(result.refusal) });
  if (cardOfStage(result.case.stage) !== cardOfAction(action))
    return passed(scene, number, say.refused.wrongStage);
  return isTheirs(scene, result.case) ? then(result.case) : passed(scene, number, say.refused.notYours);
};
