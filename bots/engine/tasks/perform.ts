import type { Case } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { readMood } from '../../../shared/domain/text/readMood.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { startRating } from '../rating/rateCase.ts';
import { asks, caseOf, done, type Scene, withQuestion } from '../Scene.ts';
import type { CardKind, Question } from '../Session.ts';
import { type Action, commandOfAction } from './Action.ts';
import { gone, lookAt, passed, refusedText, wasGiven } from './act.ts';
import { backToCard } from './backToCard.ts';
import { offers } from './cardMenu.ts';
import { closeCase } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
import { correctWith, startCorrection } from './correctCase.ts';
import { beginDetail } from './details/beginDetail.ts';
import type { DetailAction } from './details/Detail.ts';
import { startDetail } from './details/hearDetail.ts';
import { accept, approve, content, dispatch, giveReason, pass, resume, sign, verify } from './doTask.ts';
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
    case 'approve':
      return approve(scene, number);
    case 'resume':
      return resume(scene, number);
    case 'content':
      return isContent(words)
        ? content(scene, number, words ?? '')
        : onlyLabel(scene, number, LABELS.content);
    case 'dispatch':
      return dispatch(scene, number, action);
    case 'rate':
      return startRating(scene, number, { overall: action.grade }, words);
    case 'accept':
      return whenSeen(scene, wish, (state, kind) =>
        kind === 'expert' ? detail(scene, wish, state, 'opineFor') : acceptPlainly(scene, wish),
      );
    case 'decline':
      return whenSeen(scene, wish, (state, kind) =>
        kind === 'expert'
          ? detail(scene, wish, state, 'opineAgainst')
          : giveOrAskReason(scene, wish, { kind: 'decline', number, ...(kind === 'verify' ? {} : REFUSES) }),
      );
    case 'fail':
      return whenSeen(scene, wish, () => giveOrAskReason(scene, wish, { kind: 'fail', number }));
    case 'correct':
      // What it is filed under decides what is asked.
      return whenSeen(scene, wish, (state) =>
        words ? correctWith(scene, state, words) : startCorrection(scene, state),
      );
    case 'finish':
    case 'solve':
      return whenSeen(scene, wish, (state) =>
        finishWith(scene, finishOf(scene, state, action.type === 'solve'), { words, photo: wish.photo }),
      );
    default:
      return whenSeen(scene, wish, (state) => detail(scene, wish, state, action.type as DetailAction));
  }
};

const LABELS = say.labels;

/** 「受理 不了」 and 「受理，但是要先补材料」 take nothing up. */
const acceptPlainly = (scene: Scene, { number, words }: Wish): Step =>
  words ? onlyLabel(scene, number, LABELS.accept) : accept(scene, number);

/** What the resident is said to have said must not be that they are not content: it files the case. */
const isContent = (words = ''): boolean =>
  words === '' || ([undefined, 'good'].includes(readMood(words)) && !GOES_ON.test(words));
const GOES_ON = /还要|还没|还得|返工|不过|但|再(?:来|修|办|弄|处理)/u;

/** Nothing is done, and the buttons are shown once more. */
const onlyLabel = (scene: Scene, number: string, label: string): Step =>
  backToCard(scene, number, say.onlyWord(label), say.onlyWord(label));

const REFUSES = { refuses: true } as const;

const detail = (scene: Scene, { words }: Wish, state: Case, action: DetailAction): Step =>
  startDetail(scene, beginDetail(scene, state, action), words);

/** What was plainly said with the label acts at once; anything else is heard as if it had been asked for. */
const giveOrAskReason = (
  scene: Scene,
  { words, meant }: Wish,
  question: Extract<Question, { kind: 'decline' | 'fail' }>,
): Step => {
  if (!words) return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
  return isPlainReason(words) && !meant
    ? giveReason(scene, question, words)
    : hearReason(scene, question, words);
};

/** Goes on with what was already said of it. */
const finishOf = (
  { session: { question }, know }: Scene,
  state: Case,
  onSpot: boolean,
): Extract<Question, { kind: 'finish' }> =>
  question?.kind === 'finish' && question.number === state.number && (question.onSpot === 'case') === onSpot
    ? question
    : {
        kind: 'finish',
        number: state.number,
        about: nameCase(state, know),
        photos: [],
        ...(onSpot ? { onSpot: 'case' as const } : {}),
      };

/** Before asking someone for words, looks whether there is a use for them: the card may be old, or others may answer by now. */
const whenSeen = (
  scene: Scene,
  { number, action }: Wish,
  then: (state: Case, kind: CardKind) => Step,
): Step => {
  const answer = scene.answers.before;
  if (!answer) return asks(lookAt(scene, number, 'before'));
  const result = caseOf(answer);
  if ('refusal' in result)
    return done(closeCase(scene.session, number), { text: refusedText(scene, result.refusal) });
  const kinds = cardsFor(scene, result.case);
  const kind = kinds.find((one) => offers(one, action));
  if (kind) return then(result.case, kind);
  if (kinds.length > 0 || !isPossible(result.case, action))
    return passed(scene, number, say.refused.wrongStage);
  return wasGiven(scene, number) ? gone(scene, number) : passed(scene, number, say.refused.notYours);
};

/** Whether somebody could do it at this stage. */
const isPossible = ({ stage }: Case, action: Action): boolean =>
  RULES[commandOfAction(action)].stages.includes(stage);
