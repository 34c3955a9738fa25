import { isBlank } from '../../../shared/domain/text/isBlank.ts';
import { hearUnbinding, keepBound, unbind } from '../binding/hearUnbinding.ts';
import { explainCase, WHY } from '../cases/hearWhy.ts';
import { listTasks, showProgress, showTask } from '../cases/showProgress.ts';
import { supplementOne, supplementPhoto, supplementPlace, supplementText } from '../cases/supplementCase.ts';
import type { Step } from '../Dialog.ts';
import { chooseInLeave, hearLeaveAnswer } from '../leave/hearLeave.ts';
import { omit } from '../omit.ts';
import { actOnOwn, hearOwn, takeOwn } from '../own/hearOwn.ts';
import { isOwn } from '../own/isOwn.ts';
import { supplyPhoto } from '../own/supplyCase.ts';
import { withdraw } from '../own/withdrawCase.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import { hearProposal, notAGrade } from '../rating/hearProposal.ts';
import { fileRating, ratingOf, startRating, takeProposal } from '../rating/rateCase.ts';
import { showGrades } from '../rating/showGrades.ts';
import { hearReportPhoto, hearReportPlace, hearReportText } from '../report/hearReport.ts';
import type { Tapped } from '../report/placeFromPoint.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question, Which } from '../Session.ts';
import { chooseCorrection, correctService, hearCorrection, offerCorrection } from '../tasks/correctCase.ts';
import { chooseInDetail, hearDetail, placeForDetail } from '../tasks/details/hearDetail.ts';
import { giveReason } from '../tasks/doTask.ts';
import { finishWith, handIn } from '../tasks/finishCase.ts';
import { hearReason, settleReason } from '../tasks/hearReason.ts';
import { takeAsReport, takeAsWork } from '../tasks/hearWork.ts';
import { performWord } from '../tasks/performWord.ts';
import { askQuestion } from './askQuestion.ts';
import { dropForm, hearDrop, keepForm, withoutDrop } from './hearDrop.ts';
import { dropLater, hearLater, startLater } from './hearLater.ts';
import { endSupplement, hearSupplement, reportDoubt } from './hearSupplement.ts';
import type { QuestionChoice } from './QuestionChoice.ts';

/** A button of the running question. */
export const chooseInQuestion = (scene: Scene, question: Question, choice: QuestionChoice): Step => {
  if (question.kind === 'detail' && choice.kind !== 'end') return chooseInDetail(scene, question, choice);
  if (choice.kind === 'value') return takeValue(scene, question, choice.value);
  switch (question.kind) {
    case 'decline':
    case 'fail':
      return settleReason(scene, question, choice.kind === 'end');
    case 'correct':
      return ask(scene, omit(question, 'guesses'));
    case 'finish':
      return handIn(scene, question, question.words ?? '');
    case 'rate':
      return fileRating(scene, question.number, ratingOf(question));
    case 'withdraw':
      return withdraw(scene, question);
    case 'grade':
      return choice.kind === 'none'
        ? showGrades(scene, question.number, resident.chooseGrade)
        : notAGrade(scene, question);
    case 'later':
      return dropLater(scene);
    case 'drop':
      return dropForm(scene);
    case 'unbind':
      return unbind(scene, question);
    case 'work':
      return takeAsReport(scene, question);
    case 'leave':
      return chooseInLeave(scene, question, choice.kind === 'none' ? 'change' : 'drop');
    case 'supplement':
      return choice.kind === 'none' ? reportDoubt(scene, question) : endSupplement(scene);
    default:
      return ask(scene, question);
  }
};

const takeValue = (scene: Scene, question: Question, value: string): Step => {
  if (isOwn(question)) return takeOwn(scene, question, value);
  switch (question.kind) {
    case 'decline':
    case 'fail':
      return giveReason(scene, question, value);
    case 'correct':
      return correctService(scene, question.number, value);
    case 'correctPart':
    case 'condition':
      return chooseCorrection(scene, question, value);
    case 'grade':
      return takeProposal(scene, question);
    case 'later':
      return startLater(scene, question);
    case 'drop':
      return keepForm(scene);
    case 'unbind':
      return keepBound(scene);
    case 'leave':
      return chooseInLeave(scene, question, 'file');
    case 'work':
      return takeAsWork(scene, question);
    case 'supplement':
      return supplementText(scene, question.number, question.doubt ?? '');
    case 'which':
      return chooseCase(withSession(scene, withoutQuestion(scene.session)), question, value);
    default:
      return ask(scene, question);
  }
};

/** Which case was meant is clear now: does what was wanted of it. */
const chooseCase = (scene: Scene, { word, words = '', photo }: Which, number: string): Step => {
  switch (word) {
    case '进度':
      return showProgress(scene, number);
    case '待办':
      return showTask(scene, number);
    case WHY:
      return explainCase(scene, number);
    case '补充':
      return supplementOne(scene, number, words);
    default:
      return (
        actOnOwn(scene, { word, number, words }) ??
        performWord(scene, { word, number, words, photo }) ??
        listTasks(scene)
      );
  }
};

/** Free words to the running question. */
export const hearQuestionText = (scene: Scene, question: Question, raw: string): Step => {
  const isOnlyNumbers = isBlank(raw) || /^[\d\p{P}\s]+$/u.test(raw);
  if (isOnlyNumbers && question.kind !== 'leave') return ask(scene, question, staff.wordsPlease);
  if (isOwn(question)) return hearOwn(scene, question, raw);
  switch (question.kind) {
    case 'decline':
    case 'fail':
      return hearReason(scene, question, raw);
    case 'correct':
      return offerCorrection(scene, question.number, raw);
    case 'correctPart':
    case 'condition':
      return hearCorrection(scene, question, raw);
    case 'finish':
      return finishWith(scene, question, { words: raw });
    case 'detail':
      return hearDetail(scene, question, raw);
    case 'rate':
      return isReport(scene, raw)
        ? hearReportText(withSession(scene, withoutQuestion(scene.session)), raw)
        : startRating(scene, question.number, ratingOf(question), raw);
    case 'grade':
      return hearProposal(scene, question, raw);
    case 'later':
      return hearLater(scene, question, raw);
    case 'supplement':
      return hearSupplement(scene, question, raw);
    case 'drop':
      return hearDrop(scene, raw);
    case 'bind':
      return ask(scene, question);
    case 'unbind':
      return hearUnbinding(scene, question, raw);
    case 'leave':
      return hearLeaveAnswer(scene, question, raw);
    case 'work':
    case 'which':
      return ask(scene, question, resident.chooseOne);
  }
};

/** Surely a matter, and somewhere: a new report must not end up as somebody's opinion. */
const isReport = ({ know }: Scene, raw: string): boolean =>
  know.classify(raw).sure && know.findPlaces(raw).length > 0;

export const hearQuestionPhoto = (scene: Scene, question: Question, key: string): Step => {
  switch (question.kind) {
    case 'finish':
      return finishWith(scene, question, { photo: key });
    case 'supplement':
      return question.doubt === undefined
        ? supplementPhoto(scene, question.number, key)
        : ask(scene, question, resident.chooseDoubt);
    case 'supply':
      return supplyPhoto(scene, question, key);
    case 'drop':
      return hearReportPhoto(withoutDrop(scene), key);
    default:
      return ask(scene, question, staff.wordsPlease);
  }
};

export const hearQuestionPlace = (scene: Scene, question: Question, tapped: Tapped): Step => {
  if (question.kind === 'supplement')
    return question.doubt === undefined
      ? supplementPlace(scene, question.number, tapped)
      : ask(scene, question, resident.chooseDoubt);
  if (question.kind === 'detail') return placeForDetail(scene, question, tapped);
  if (question.kind === 'drop') return hearReportPlace(withoutDrop(scene), tapped);
  return scene.session.form ? hearReportPlace(scene, tapped) : ask(scene, question, staff.wordsPlease);
};

const ask = (scene: Scene, question: Question, lead = ''): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));
