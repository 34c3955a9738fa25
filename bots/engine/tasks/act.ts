import { postHolders } from '../../../shared/domain/case/answersFor.ts';
import { type Case, ENDED } from '../../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../../shared/domain/case/CaseCommand.ts';
import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { eachOnce } from '../../../shared/domain/ledger/eachOnce.ts';
import { describeNow, namedOwner } from '../cases/describeCase.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Ask, Step } from '../Dialog.ts';
import { resident } from '../phrases/resident.ts';
import { staff as say } from '../phrases/staff.ts';
import { doneAside } from '../running.ts';
import { asks, caseOf, done, type Scene, withSession } from '../Scene.ts';
import { backToCard } from './backToCard.ts';
import { cardOfCase, closeCase } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
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
  return 'case' in result ? then(result.case) : actRefused(scene, number, result.refusal);
};

/** Why it did not happen, and how the case stands where it is not as it was thought. */
export const actRefused = (scene: Scene, number: string, refusal: Refusal): Step => {
  const text = refusedText(scene, refusal);
  switch (refusal.code) {
    case 'notYours':
    case 'wrongStage':
    case 'sameService':
    case 'noTask':
    case 'noRequest':
      return passed(scene, number, text);
    case 'noSuchCase':
      return wasGiven(scene, number) ? gone(scene, number) : done(closeCase(scene.session, number), { text });
    case 'handedOver':
    case 'selfCheck':
      return done(closeCase(scene.session, number), { text });
    case 'unknownService':
    case 'unknownCondition':
      return doneAside(scene, { text });
    default:
      return scene.turn.person === undefined
        ? done(scene.session, { text })
        : backToCard(scene, number, text, text);
  }
};

/** Why an answer to a card was not taken. */
export const refusedText = (scene: Scene, refusal: Refusal): string => {
  const text = explainRefusal(refusal, scene.know);
  return refusal.code === 'handedOver' ? `${text}${say.notTaken}${orTasks(scene)}` : text;
};

/** It is not as it was thought: says how the case stands now and what can be done, with the card if it is this person's turn. */
export const passed = (scene: Scene, number: string, lead: string): Step => {
  const answer = scene.answers.now;
  if (!answer) return asks(lookAt(scene, number, 'now'));
  const session = closeCase(scene.session, number);
  const result = caseOf(answer);
  if ('refusal' in result) {
    const why = result.refusal.code === 'handedOver' ? `\n${explainRefusal(result.refusal, scene.know)}` : '';
    return done(session, { text: `${lead}${why}${orTasks(scene) || resident.seeProgress}` });
  }
  const text = `${lead}\n${say.now(number)}\n${describeNow(result.case, scene.know)}`;
  const [kind] = cardsFor(scene, result.case);
  if (!kind || kind === 'desk') return done(session, { text: `${text}${orTasks(scene)}` });
  const card = showCard(withSession(scene, session), result.case, kind);
  return done(card.session, { text }, card.reply);
};

/** Whether somebody of the staff has a card of the case, however old: they may hear how it stands, though it is not theirs any more. */
export const wasGiven = ({ turn, session }: Scene, number: string): boolean =>
  turn.person !== undefined && cardOfCase(session, number) !== undefined;

/** Looks a case up for whoever has its card, though it may not be theirs any more. */
export const lookAt = (scene: Scene, number: string, key: string): Ask => ({
  key,
  kind: 'look',
  number,
  ...(wasGiven(scene, number) ? { held: true } : {}),
});

/** An old card of somebody for whom others answer now: who they are, and how the case stands. */
export const gone = (scene: Scene, number: string): Step => {
  const answer = scene.answers.now;
  if (!answer) return asks(lookAt(scene, number, 'now'));
  const result = caseOf(answer);
  const session = closeCase(scene.session, number);
  if ('refusal' in result) return done(session, { text: refusedText(scene, result.refusal) });
  const text = `${whoHas(scene, result.case)}${say.notTaken}\n${say.now(number)}\n${describeNow(result.case, scene.know)}`;
  return done(session, { text: `${text}${orTasks(scene)}` });
};

const whoHas = ({ turn, know }: Scene, { owner, leaf, stage }: Case): string => {
  if (ENDED.has(stage) || stage === 'rating') return say.refused.notYours;
  const names = eachOnce(postHolders(owner, leaf, turn.at, know)).map(({ name }) => name);
  return say.refused.handedOver(namedOwner(names, owner, know));
};

/** Where somebody of the staff goes on, when what was wanted is not possible. */
export const orTasks = ({ turn }: Scene): string => (turn.person === undefined ? '' : `\n${say.seeTasks}`);
