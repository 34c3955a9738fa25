import { exactWord } from '../../shared/domain/text/exactWord.ts';
import { isBlank } from '../../shared/domain/text/isBlank.ts';
import { isUrging } from '../../shared/domain/text/isUrging.ts';
import { isWithdrawing } from '../../shared/domain/text/isWithdrawing.ts';
import { readEmergency } from '../../shared/domain/text/readEmergency.ts';
import { hearBinding } from './binding/hearBinding.ts';
import { contactUnit } from './cases/contactUnit.ts';
import { listProgress, showProgress, showTask } from './cases/showProgress.ts';
import { tellGoing } from './cases/tellGoing.ts';
import { chooseListed } from './chooseListed.ts';
import type { Step } from './Dialog.ts';
import { hearDenial, hearGlobalWord } from './hearGlobalWord.ts';
import { hearLeave } from './leave/hearLeave.ts';
import { resident as say } from './phrases/resident.ts';
import { staff } from './phrases/staff.ts';
import { questionMenu } from './questions/askQuestion.ts';
import { chooseInQuestion, hearQuestionText } from './questions/hearQuestion.ts';
import { hearRating, readGrade } from './rating/hearRating.ts';
import { moodOfWork } from './rating/moodOfWork.ts';
import { proposeGrade } from './rating/rateCase.ts';
import { wrongNumber } from './report/correctForm.ts';
import { formMenu } from './report/formMenu.ts';
import { chooseInForm, hearReportText } from './report/hearReport.ts';
import { askAgain, isBusy } from './running.ts';
import { done, type Scene, withoutIdleWhich } from './Scene.ts';
import { openCards } from './tasks/cards.ts';
import { hearChoiceTakenBack, hearNthCase } from './tasks/chooseAgain.ts';
import { hearAbout } from './tasks/hearAbout.ts';
import { hearCardNumber, hearTaskWord } from './tasks/hearTask.ts';
import { hearWork } from './tasks/hearWork.ts';
import { dealAgain } from './tasks/showCard.ts';
import { type Chosen, chooseSpoken } from './words/chooseFrom.ts';
import { readGlobalWord } from './words/globalWords.ts';
import { deniesOrdinal, readOrdinal } from './words/readOrdinal.ts';
import { readNumber } from './words/readWords.ts';
import { readWrongSlot } from './words/readWrongSlot.ts';

/** What a text means, tried in this order: the first that understands it answers. */
export const hearText = (scene: Scene, raw: string): Step =>
  hearNothing(scene, raw) ??
  hearChoice(scene, raw) ??
  hearDeniedChoice(scene, raw) ??
  hearBinding(scene, raw) ??
  hearLeave(scene, raw) ??
  hearGlobalWord(scene, raw) ??
  hearTaskWord(scene, raw) ??
  hearDenial(scene, raw) ??
  hearDespair(scene, raw) ??
  hearRating(scene, raw) ??
  hearCaseNumber(scene, raw) ??
  hearFreeWords(withoutIdleWhich(scene), raw);

const hearFreeWords = (scene: Scene, raw: string): Step =>
  hearRunning(scene, raw) ??
  hearNthCase(scene, raw) ??
  hearCardNumber(scene, cardNumber(raw)) ??
  hearIdle(scene, raw);

/** 「第一个」 of a card's buttons is their 1. */
const cardNumber = (raw: string): string => {
  const ordinal = readOrdinal(raw);
  return ordinal === undefined || ordinal.at === 'last' || 'byNumber' in ordinal ? raw : String(ordinal.at);
};

const hearNothing = (scene: Scene, raw: string): Step | undefined => {
  if (raw === '') return askAgain(scene, `${say.empty}\n`, say.empty);
  return isBlank(raw) ? askAgain(scene, say.onlySignsLead, say.onlySigns) : undefined;
};

/** A button of the running question, else of the form, by number or label. */
const hearChoice = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  if (question) {
    const menu = questionMenu(question, scene.know);
    const choose = (said: string): Step | undefined =>
      take(scene, chooseSpoken(menu, said), menu.length, (choice) =>
        chooseInQuestion(scene, question, choice),
      );
    return question.kind === 'which' ? chooseListed(scene, question, raw, choose) : choose(raw);
  }
  // 取消 in so many words works anywhere; its number may be a slip.
  if (!form || readGlobalWord(raw) === 'cancel') return undefined;
  const menu = formMenu(form, scene.know);
  return take(scene, chooseSpoken(menu, raw), menu.length, (choice) => chooseInForm(scene, form, choice));
};

/** 「不是第一个」 chooses nothing, and describes nothing; 「不是12号」 may be about a house. */
const hearDeniedChoice = (scene: Scene, raw: string): Step | undefined =>
  isBusy(scene.session) && deniesOrdinal(raw) && !deniesHouse(scene, raw)
    ? askAgain(scene, `${say.denied}\n`, say.noMenu)
    : undefined;

const deniesHouse = ({ session: { form, question }, know }: Scene, raw: string): boolean =>
  !question && form !== undefined && wrongNumber(form, raw, know) !== undefined;

/** Somebody who does not want to live is not asked where: a number to call, and an open ear. */
const hearDespair = (scene: Scene, raw: string): Step | undefined =>
  scene.turn.person === undefined && readEmergency(raw).includes('despair') && !scene.know.classify(raw).sure
    ? done(scene.session, { text: contactUnit(scene.know) })
    : undefined;

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
  if (number === undefined) return hearAbout(scene, raw);
  return scene.turn.person === undefined ? showProgress(scene, number) : showTask(scene, number);
};

const hearRunning = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  if (question) return hearQuestionText(scene, question, raw);
  return form ? hearReportText(scene, raw) : undefined;
};

/** Nothing is running: a new report, unless the words rather belong to something that is open. */
const hearIdle = (scene: Scene, raw: string): Step => {
  if (exactWord(raw, ['确认', '提交', '修改']) !== undefined || readWrongSlot(raw) !== undefined)
    return done(scene.session, { text: say.nothingToConfirm });
  if (openCards(scene.session).length === 0 && readGrade(raw, scene.know) && !reports(scene, raw))
    return done(scene.session, { text: say.nothingToRate });
  return (
    hearAboutRating(scene, raw) ??
    hearChoiceTakenBack(scene, raw) ??
    hearAboutTasks(scene, raw) ??
    hearImpatience(scene, raw) ??
    hearWithdrawal(scene, raw) ??
    hearReportText(scene, raw)
  );
};

/** 「怎么还没人来」 with nothing begun asks after what was reported. */
const hearImpatience = (scene: Scene, raw: string): Step | undefined =>
  scene.turn.person === undefined && isUrging(raw) ? listProgress(scene) : undefined;

/** 「不用修了，自己亮了」 after it was filed. */
const hearWithdrawal = (scene: Scene, raw: string): Step | undefined => {
  const said = isWithdrawing(raw);
  if (said === undefined) return undefined;
  return said === 'withdraws' ? tellGoing(scene) : tellGoing(scene, () => hearReportText(scene, raw));
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
