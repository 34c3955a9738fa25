import { exactWord } from '../../shared/domain/text/exactWord.ts';
import type { Step } from './Dialog.ts';
import { hearAnswer } from './own/answerAsked.ts';
import { hearOfFiled } from './own/hearOfFiled.ts';
import { resident as say } from './phrases/resident.ts';
import { staff } from './phrases/staff.ts';
import { rateWithoutCard } from './rating/hearRating.ts';
import { moodOfWork } from './rating/moodOfWork.ts';
import { proposeGrade } from './rating/rateCase.ts';
import { hearReportText } from './report/hearReport.ts';
import { done, type Scene } from './Scene.ts';
import { openCards } from './tasks/cards.ts';
import { hearChoiceTakenBack } from './tasks/chooseAgain.ts';
import { hearWork } from './tasks/hearWork.ts';
import { dealAgain } from './tasks/showCard.ts';
import { readWrongSlot } from './words/readWrongSlot.ts';

/** Nothing is running: a new report, unless the words rather belong to something that is open. */
export const hearIdle = (scene: Scene, raw: string): Step => {
  if (exactWord(raw, ['确认', '提交', '修改']) !== undefined || readWrongSlot(raw) !== undefined)
    return done(scene.session, { text: say.nothingToConfirm });
  return (
    hearGrade(scene, raw) ??
    hearAnswer(scene, raw) ??
    hearAboutRating(scene, raw) ??
    hearChoiceTakenBack(scene, raw) ??
    hearAboutTasks(scene, raw) ??
    hearOfFiled(scene, raw) ??
    hearReportText(scene, raw)
  );
};

/** A grade without a card that asks for one: of what was rated and is not filed yet. */
const hearGrade = (scene: Scene, raw: string): Step | undefined => {
  if (openCards(scene.session).length > 0 || reports(scene, raw, /[\s\S]/u)) return undefined;
  return rateWithoutCard(scene, raw, () =>
    reports(scene, raw) ? hearReportText(scene, raw) : done(scene.session, { text: say.nothingToRate }),
  );
};

/**
 * What somebody says of the work while a rating is asked for. 「还没修好」 is no grade and not yet a new report: a grade is proposed,
 * or the person is asked.
 */
const hearAboutRating = (scene: Scene, raw: string): Step | undefined => {
  const card = openCards(scene.session).findLast(({ kind }) => kind === 'rate');
  if (!card) return undefined;
  const mood = moodOfWork(scene, raw);
  const clear = mood !== 'mixed' && mood !== 'takenBack';
  if (mood && clear) return proposeGrade(scene, card.number, mood, raw);
  if (clear && reports(scene, raw, /满意|修好|办好|弄好|解决|处理|还没|评价/u)) return undefined;
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text: say.notARating(card.number), ...buttons });
};

/** Stray words of somebody with open tasks are rather a slip than a report. */
const hearAboutTasks = (scene: Scene, raw: string): Step | undefined => {
  const ofWork = hearWork(scene, raw);
  if (ofWork) return ofWork;
  const tasks = openCards(scene.session).filter(({ kind }) => kind !== 'rate');
  if (tasks.length === 0 || reports(scene, raw)) return undefined;
  return done(scene.session, { text: staff.hint(tasks.length) });
};

/** Speaks of a matter or a place. `doubt`: words in the light of which a mere guess is not enough. */
const reports = (scene: Scene, raw: string, doubt?: RegExp): boolean => {
  const { guesses, sure } = scene.know.classify(raw);
  if (sure || scene.know.findPlaces(raw).length > 0) return true;
  return guesses.length > 0 && !doubt?.test(raw);
};
