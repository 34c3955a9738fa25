import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { listProgress, listTasks, showProgress, showTask } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import { staff as say } from '../phrases/staff.ts';
import { MOST_LISTED } from '../questions/askWhich.ts';
import { askMyCases, asks, casesOf, type Scene, withSession } from '../Scene.ts';
import { readOrdinal } from '../words/readOrdinal.ts';
import { openCards } from './cards.ts';
import { takesBack } from './takesBack.ts';

/**
 * 「第二件」, 「不对，是第一件」 when no list is running: a place in the list of cases, and never a button of the card that is open.
 */
export const hearNthCase = (scene: Scene, raw: string): Step | undefined => {
  if (!/件/u.test(raw)) return undefined;
  const ordinal = readOrdinal(afterDenial(raw));
  if (ordinal === undefined) return undefined;
  const isStaff = scene.turn.person !== undefined;
  const answer = isStaff ? scene.answers.tasks : scene.answers.cases;
  if (!answer) return isStaff ? asks({ key: 'tasks', kind: 'myTasks' }) : askMyCases(scene);
  const listed = casesOf(answer).slice(0, MOST_LISTED);
  const meant = ordinal.at === 'last' ? listed.at(-1) : listed[ordinal.at - 1];
  if (!meant) return isStaff ? listTasks(scene) : listProgress(scene);
  return isStaff ? showTask(scene, meant.number) : showProgress(scene, meant.number);
};

const afterDenial = (raw: string): string => {
  const clauses = raw.split(/[\s,，、。.;；!！]+/u).filter(Boolean);
  const [first = ''] = clauses;
  return clauses.length === 2 && readYesNo(first) === 'no' ? (clauses[1] ?? '') : raw;
};

/** 「不对」「不是这件」 of somebody who opened a card: none is meant any more, and all can be chosen again. */
export const hearChoiceTakenBack = (scene: Scene, raw: string): Step | undefined =>
  scene.turn.person !== undefined && openCards(scene.session).length > 0 && takesBack(raw)
    ? listTasks(withSession(scene, omit(scene.session, 'focus')), say.chooseAgain)
    : undefined;
