import { answersFor } from '../../../shared/domain/case/answersFor.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../../shared/domain/case/CaseCommand.ts';
import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { describeNow } from '../cases/describeCase.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Step } from '../Dialog.ts';
import { resident } from '../phrases/resident.ts';
import { staff as say } from '../phrases/staff.ts';
import { doneAside } from '../running.ts';
import { asks, caseOf, done, type Scene } from '../Scene.ts';
import { cardOfStage } from './Action.ts';
import { closeCase } from './cards.ts';
import { showCard } from './showCard.ts';

/** Does something to a case. When it is refused the person is told why, and how the case stands. */
export const act = (
  scene: Scene,
  number: string,
  command: CaseCommand,
  then: (state: Case) => Step,
): Step => {
  const answer = scene.answers.act;
  if (!answer) return asks({ key: 'act', kind: 'act', number, command });
  const result = caseOf(answer);
  return 'case' in result ? then(result.case) : explain(scene, number, result.refusal);
};

const explain = (scene: Scene, number: string, refusal: Refusal): Step => {
  const text = explainRefusal(refusal);
  switch (refusal.code) {
    case 'notYours':
    case 'wrongStage':
    case 'sameService':
      return passed(scene, number, text);
    case 'handedOver':
      return done(closeCase(scene.session, number), { text: `${text}${orTasks(scene)}` });
    case 'noSuchCase':
    case 'selfCheck':
      return done(closeCase(scene.session, number), { text });
    case 'unknownService':
    case 'unknownCondition':
      return doneAside(scene, { text });
    default:
      return done(scene.session, { text });
  }
};

/** It is not as it was thought: says how the case stands now and what can be done, with the card if it is this person's turn. */
export const passed = (scene: Scene, number: string, lead: string): Step => {
  const answer = scene.answers.now;
  if (!answer) return asks({ key: 'now', kind: 'look', number });
  const session = closeCase(scene.session, number);
  const result = caseOf(answer);
  if ('refusal' in result) return done(session, { text: `${lead}${orTasks(scene) || resident.seeProgress}` });
  const text = `${lead}\n${say.now(number)}\n${describeNow(result.case, scene.know)}`;
  const kind = cardOfStage(result.case.stage);
  if (!kind || !isTheirs(scene, result.case)) return done(session, { text: `${text}${orTasks(scene)}` });
  const card = showCard(session, result.case, kind, scene.know);
  return done(card.session, { text }, card.reply);
};

/** Where somebody of the staff goes on, when what was wanted is not possible. */
export const orTasks = ({ turn }: Scene): string => (turn.person === undefined ? '' : `\n${say.seeTasks}`);

/** Whether it is the turn of whoever speaks: by a post, or as who reported it, which staff do as well, in their conversation. */
export const isTheirs = ({ turn, know }: Scene, state: Case): boolean =>
  [turn.conversation, turn.person].some(
    (speaker) => speaker !== undefined && answersFor(speaker, state, turn.at, know),
  );
