import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import type { Answer, Step } from '../Dialog.ts';
import { notices } from '../phrases/notices.ts';
import { resident as say } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import { askWhich, MOST_LISTED } from '../questions/askWhich.ts';
import { doneAside } from '../running.ts';
import { askMyCases, asks, casesOf, done, moreOf, type Scene, withSession } from '../Scene.ts';
import { cardOfStage } from '../tasks/Action.ts';
import { isTheirs } from '../tasks/act.ts';
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

/** One case: what happened, who has it, what is due next; with buttons when it is this person's turn. */
export const showProgress = (scene: Scene, number: string): Step =>
  look(scene, number, (answer) => {
    const { case: state, history = [] } = answer;
    const lines = [
      notices.status({
        number,
        service: serviceName(state.service, scene.know),
        place: maskPrivate(state.place.name),
      }),
      ...(history.length > 0
        ? [historyText(history, scene.know, { names: scene.turn.person !== undefined })]
        : []),
      nowOf(scene, state),
    ];
    return withButtons(scene, state, { text: lines.join('\n') });
  });

const nowOf = (scene: Scene, state: Case): string => {
  if (state.stage === 'rating' && isTheirs(scene, state)) return notices.nowYours;
  const reason =
    state.stage === 'declined' && state.reason ? `\n${notices.reason(maskPrivate(state.reason))}` : '';
  return `${describeNow(state, scene.know)}${reason}`;
};

const withButtons = (scene: Scene, state: Case, reply: Reply): Step => {
  const kind = cardOfStage(state.stage);
  if (!kind || !isTheirs(scene, state)) return doneAside(scene, reply);
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
  const kind = cardOfStage(first.stage);
  if (tasks.length === 1 && kind && !more) {
    const card = showCard(scene.session, first, kind, scene.know);
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
  look(scene, number, ({ case: state }) => {
    const kind = cardOfStage(state.stage);
    if (!kind || kind === 'rate' || !isTheirs(scene, state)) return showProgress(scene, number);
    const card = showCard(scene.session, state, kind, scene.know);
    return doneAside(withSession(scene, card.session), card.reply);
  });

const look = (
  scene: Scene,
  number: string,
  then: (answer: Extract<Answer, { kind: 'case' }>) => Step,
): Step => {
  const answer = scene.answers.look;
  if (!answer) return asks({ key: 'look', kind: 'look', number });
  if (answer.kind === 'case') return then(answer);
  return doneAside(scene, {
    text: explainRefusal(answer.kind === 'refused' ? answer.refusal : { code: 'noSuchCase' }, scene.know),
  });
};
