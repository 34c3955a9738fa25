import { exactWord } from '../../shared/domain/text/exactWord.ts';
import { isBlank } from '../../shared/domain/text/isBlank.ts';
import { showProgress, showTask } from './cases/showProgress.ts';
import type { Step } from './Dialog.ts';
import { hearDenial, hearGlobalWord } from './hearGlobalWord.ts';
import { resident as say } from './phrases/resident.ts';
import { staff } from './phrases/staff.ts';
import { questionMenu } from './questions/askQuestion.ts';
import { chooseInQuestion, hearQuestionText } from './questions/hearQuestion.ts';
import { hearRating, readGrade } from './rating/hearRating.ts';
import { formMenu } from './report/askForm.ts';
import { chooseInForm, hearReportText } from './report/hearReport.ts';
import { askAgain } from './running.ts';
import { done, type Scene, withoutIdleWhich } from './Scene.ts';
import { openCards } from './tasks/cards.ts';
import { hearCardNumber, hearTaskWord } from './tasks/hearTask.ts';
import { dealAgain } from './tasks/showCard.ts';
import { type Chosen, chooseFrom } from './words/chooseFrom.ts';
import { readNumber } from './words/readWords.ts';

/** What a text means, tried in this order: the first that understands it answers. */
export const hearText = (scene: Scene, raw: string): Step =>
  hearNothing(scene, raw) ??
  hearChoice(scene, raw) ??
  hearGlobalWord(scene, raw) ??
  hearTaskWord(scene, raw) ??
  hearDenial(scene, raw) ??
  hearRating(scene, raw) ??
  hearCaseNumber(scene, raw) ??
  hearFreeWords(withoutIdleWhich(scene), raw);

const hearFreeWords = (scene: Scene, raw: string): Step =>
  hearRunning(scene, raw) ?? hearCardNumber(scene, raw) ?? hearIdle(scene, raw);

const hearNothing = (scene: Scene, raw: string): Step | undefined => {
  if (raw === '') return askAgain(scene, `${say.empty}\n`, say.empty);
  return isBlank(raw) ? askAgain(scene, say.onlySignsLead, say.onlySigns) : undefined;
};

/** A button of the running question, else of the form, by number or label. */
const hearChoice = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  if (question) {
    const listed =
      question.kind === 'which' ? question.numbers.find((one) => raw.startsWith(one)) : undefined;
    const menu = questionMenu(question, scene.know);
    return take(scene, chooseFrom(menu, listed ?? raw), menu.length, (choice) =>
      chooseInQuestion(scene, question, choice),
    );
  }
  if (!form) return undefined;
  const menu = formMenu(form, scene.know);
  return take(scene, chooseFrom(menu, raw), menu.length, (choice) => chooseInForm(scene, form, choice));
};

const take = <T>(
  scene: Scene,
  chosen: Chosen<T>,
  most: number,
  then: (value: T) => Step,
): Step | undefined => {
  if (chosen.kind === 'chosen') return then(chosen.value);
  if (chosen.kind === 'none') return undefined;
  const trouble = say.noSuchNumber(chosen.said, most);
  return askAgain(scene, `${trouble}\n`, trouble);
};

const hearCaseNumber = (scene: Scene, raw: string): Step | undefined => {
  const number = readNumber(raw);
  if (number === undefined) return undefined;
  return scene.turn.person === undefined ? showProgress(scene, number) : showTask(scene, number);
};

const hearRunning = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  if (question) return hearQuestionText(scene, question, raw);
  return form ? hearReportText(scene, raw) : undefined;
};

/** Nothing is running: a new report, unless the words rather belong to something that is open. */
const hearIdle = (scene: Scene, raw: string): Step => {
  if (exactWord(raw, ['确认', '提交', '修改']) !== undefined)
    return done(scene.session, { text: say.nothingToConfirm });
  if (openCards(scene.session).length === 0 && readGrade(raw, scene.know) && !reports(scene, raw))
    return done(scene.session, { text: say.nothingToRate });
  return hearAboutRating(scene, raw) ?? hearAboutTasks(scene, raw) ?? hearReportText(scene, raw);
};

/** 「还没修好」 while a rating is asked for is no grade, and not yet a new report. */
const hearAboutRating = (scene: Scene, raw: string): Step | undefined => {
  const card = openCards(scene.session).findLast(({ kind }) => kind === 'rate');
  if (!card || reports(scene, raw, /满意|修好|办好|弄好|解决|处理|还没|评价/u)) return undefined;
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text: say.notARating(card.number), ...buttons });
};

/** Stray words of somebody with open tasks are rather a slip than a report. */
const hearAboutTasks = (scene: Scene, raw: string): Step | undefined => {
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
