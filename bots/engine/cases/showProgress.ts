import type { Case } from '../../../shared/domain/case/Case.ts';
import { isReporter } from '../../../shared/domain/case/isReporter.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import type { Answer, Step } from '../Dialog.ts';
import { actsOn, offer } from '../own/offer.ts';
import { withAsked } from '../own/withAsked.ts';
import { notices } from '../phrases/notices.ts';
import { progress } from '../phrases/progress.ts';
import { resident as say } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import { askWhich, MOST_LISTED } from '../questions/askWhich.ts';
import { doneAside } from '../running.ts';
import { askMyCases, asks, casesOf, done, moreOf, type Scene, withSession } from '../Scene.ts';
import { cardsFor } from '../tasks/cardsFor.ts';
import { dealCard, showCard } from '../tasks/showCard.ts';
import { describeNow, serviceName } from './describeCase.ts';
import { historyText } from './describeHistory.ts';
import { explainRefusal } from './explainRefusal.ts';

/** 进度 without a number: the person's own reports. */
export const listProgress = (scene: Scene): Step => {
  const answer = scene.answers.cases;
  if (!answer) return askMyCases(scene);
  const cases = casesOf(answer);
  const [first] = cases;
  if (!first)
    return scene.turn.person === undefined ? doneAside(scene, { text: say.noCases }) : listTasks(scene);
  if (cases.length === 1) return showProgress(scene, first.number);
  const numbers = cases.map(({ number }) => number);
  return askWhich(scene, { kind: 'which', word: '进度', numbers }, cases, say.listCases(cases.length));
};

/**
 * One case: what happened, who has it, what is due next; with buttons when it is this person's turn, else with what can be done. Of one
 * that was merged into another: where it went, and how that one stands.
 */
export const showProgress = (scene: Scene, number: string): Step =>
  look(scene, 'look', number, ({ case: state, history = [] }) => {
    const { know, turn } = scene;
    const reader = turn.person === undefined ? readerOf(state, turn.conversation) : 'staff';
    const told = [
      notices.status({
        number,
        service: serviceName(state.service, know),
        place: maskPrivate(state.place.name),
      }),
      ...(history.length > 0 ? [historyText(history, know, { reader })] : []),
    ];
    if (state.into === undefined) return withButtons(scene, state, [...told, nowOf(scene, state)]);
    return look(scene, 'lookInto', state.into, ({ case: root }) =>
      withButtons(scene, root, [...told, progress.mergedInto(root.number), nowOf(scene, root)]),
    );
  });

/** Of a case that theirs was merged into they read what was done, not what the others wrote. */
const readerOf = ({ reporter }: Case, conversation: string) =>
  reporter === conversation ? ('resident' as const) : ('joined' as const);

const nowOf = (scene: Scene, state: Case): string => {
  const { conversation } = scene.turn;
  if (state.stage === 'waiting' && state.pause && isReporter(conversation, state))
    return progress.nowAsked(maskPrivate(state.pause.words));
  if (cardsFor(scene, state).includes('rate'))
    return hasRated(state, conversation) ? progress.mayRateAgain : notices.nowYours;
  const reason =
    state.stage === 'declined' && state.reason ? `\n${notices.reason(maskPrivate(state.reason))}` : '';
  return `${describeNow(state, scene.know)}${reason}`;
};

const hasRated = ({ voices = [] }: Case, conversation: string): boolean =>
  voices.some(({ reporter }) => reporter === conversation);

const withButtons = (scene: Scene, state: Case, lines: readonly string[]): Step => {
  const reply = { text: lines.join('\n') };
  const [kind] = cardsFor(scene, state);
  if (!kind) {
    const isAsked = state.stage === 'waiting' && state.pause && isReporter(scene.turn.conversation, state);
    const { number } = state;
    return isAsked
      ? doneAside(
          withSession(scene, withAsked(scene.session, { number, words: maskPrivate(state.pause.words) })),
          reply,
        )
      : offer(scene, number, actsOn(scene, state), reply);
  }
  const { session, buttons } = dealCard(
    scene.session,
    { number: state.number, seq: state.version, kind },
    scene.know,
  );
  return done(session, { ...reply, ...buttons });
};

/** 待办: what the person's posts answer for now. `lead` is what is said first, with its own line end. */
export const listTasks = (scene: Scene, lead = ''): Step => {
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  const tasks = casesOf(answer);
  const more = moreOf(answer);
  const [first] = tasks;
  if (!first) return doneAside(scene, { text: `${lead}${more ? staff.noTasksFound : staff.noTasks}` });
  const [kind] = cardsFor(scene, first);
  if (tasks.length === 1 && kind && !more) {
    const card = showCard(scene, first, kind);
    return done(card.session, { ...card.reply, text: `${lead}${card.reply.text}` });
  }
  const numbers = tasks.map(({ number }) => number);
  return askWhich(
    scene,
    { kind: 'which', word: '待办', numbers },
    tasks,
    `${lead}${more === 'any' ? staff.listSome(Math.min(tasks.length, MOST_LISTED)) : staff.listTasks(tasks.length, MOST_LISTED)}`,
  );
};

/** One task as its card; what is not this person's turn, or what they reported themselves, as its progress. */
export const showTask = (scene: Scene, number: string): Step =>
  look(scene, 'look', number, ({ case: state }) => {
    const [kind] = cardsFor(scene, state);
    // A dispatcher may overrule what is with somebody else: it is theirs to look at first.
    if (!kind || kind === 'rate' || kind === 'desk') return showProgress(scene, number);
    const card = showCard(scene, state, kind);
    return doneAside(withSession(scene, card.session), card.reply);
  });

const look = (
  scene: Scene,
  key: string,
  number: string,
  then: (answer: Extract<Answer, { kind: 'case' }>) => Step,
): Step => {
  const answer = scene.answers[key];
  if (!answer) return asks({ key, kind: 'look', number });
  if (answer.kind === 'case') return then(answer);
  return doneAside(scene, {
    text: explainRefusal(answer.kind === 'refused' ? answer.refusal : { code: 'noSuchCase' }, scene.know),
  });
};
