import { answersFor } from '../../../shared/domain/case/answersFor.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../../shared/domain/case/CaseCommand.ts';
import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { describeNow } from '../cases/describeCase.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
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
      return passed(scene, number, text);
    case 'noSuchCase':
    case 'selfCheck':
      return done(closeCase(scene.session, number), { text });
    default:
      return done(scene.session, { text });
  }
};

/** The case is elsewhere by now: says where, and shows the right card if it is still this person's turn. */
export const passed = (scene: Scene, number: string, lead: string): Step => {
  const answer = scene.answers.now;
  if (!answer) return asks({ key: 'now', kind: 'look', number });
  const session = closeCase(scene.session, number);
  const result = caseOf(answer);
  if ('refusal' in result) return done(session, { text: lead });
  const text = `${lead}\n${say.now(number)}\n${describeNow(result.case, scene.know)}`;
  const kind = cardOfStage(result.case.stage);
  if (!kind || !isTheirs(scene, result.case)) return done(session, { text });
  const card = showCard(session, result.case, kind, scene.know);
  return done(card.session, { text }, card.reply);
};

/** Whether it is the turn of whoever speaks. */
export const isTheirs = (scene: Scene, state: Case): boolean =>
  answersFor(scene.turn.person ?? scene.turn.conversation, state, scene.turn.at, scene.know);
