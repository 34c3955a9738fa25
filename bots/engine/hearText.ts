import { isBlank } from '../../shared/domain/text/isBlank.ts';
import { readEmergency } from '../../shared/domain/text/readEmergency.ts';
import { hearBinding } from './binding/hearBinding.ts';
import { contactUnit } from './cases/contactUnit.ts';
import { hearWhy } from './cases/hearWhy.ts';
import { showProgress, showTask } from './cases/showProgress.ts';
import { chooseListed } from './chooseListed.ts';
import type { Step } from './Dialog.ts';
import { hearDenial, hearGlobalWord } from './hearGlobalWord.ts';
import { hearIdle } from './hearIdle.ts';
import { hearLeave } from './leave/hearLeave.ts';
import { listedIn } from './nameListed.ts';
import { hearOfFiled } from './own/hearOfFiled.ts';
import { hearOwnWord } from './own/hearOwnWord.ts';
import { resident as say } from './phrases/resident.ts';
import { questionMenu } from './questions/askQuestion.ts';
import { chooseInQuestion, hearQuestionText } from './questions/hearQuestion.ts';
import { hearRating } from './rating/hearRating.ts';
import { wrongNumber } from './report/correctForm.ts';
import { isBare } from './report/Form.ts';
import { formMenu } from './report/formMenu.ts';
import { hearPatrol } from './report/hearPatrol.ts';
import { chooseInForm, hearReportText } from './report/hearReport.ts';
import { askAgain, isBusy } from './running.ts';
import { done, type Scene, withoutIdleWhich } from './Scene.ts';
import { hearNthCase } from './tasks/chooseAgain.ts';
import { openSlot } from './tasks/details/Detail.ts';
import { hearDetail } from './tasks/details/hearDetail.ts';
import { hearAbout } from './tasks/hearAbout.ts';
import { hearCardNumber, hearTaskWord } from './tasks/hearTask.ts';
import { type Chosen, chooseSpoken } from './words/chooseFrom.ts';
import { readGlobalWord } from './words/globalWords.ts';
import { deniesOrdinal, readOrdinal } from './words/readOrdinal.ts';
import { readNumber } from './words/readWords.ts';

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
  hearWhy(scene, raw) ??
  hearOwnWord(scene, raw) ??
  hearDespair(scene, raw) ??
  hearRating(scene, raw) ??
  hearCaseNumber(scene, raw) ??
  hearPatrol(scene, raw) ??
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
    // The number of a case that is asked for is no wish to see that case.
    if (question.kind === 'detail' && openSlot(question) === 'into' && readNumber(raw) !== undefined)
      return hearDetail(scene, question, raw);
    const menu = questionMenu(question, scene.know);
    const choose = (said: string): Step | undefined =>
      take(scene, chooseSpoken(menu, said), menu.length, (choice) =>
        chooseInQuestion(scene, question, choice),
      );
    const listed = listedIn(question);
    return listed.length > 0 ? chooseListed(scene, listed, raw, choose) : choose(raw);
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
  if (!form) return undefined;
  // Words that were not understood began no report yet: the next ones may be meant for one that was filed.
  return (isBare(form) ? hearOfFiled(scene, raw) : undefined) ?? hearReportText(scene, raw);
};
