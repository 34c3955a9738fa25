import { readYesNo } from '../../shared/domain/text/affirm.ts';
import { exactWord } from '../../shared/domain/text/exactWord.ts';
import { askCode } from './binding/hearBinding.ts';
import { askUnbind } from './binding/hearUnbinding.ts';
import { contactUnit } from './cases/contactUnit.ts';
import { rateSome } from './cases/rateSome.ts';
import { listProgress, listTasks, showProgress } from './cases/showProgress.ts';
import { supplementOne, supplementSome } from './cases/supplementCase.ts';
import { tellGoing } from './cases/tellGoing.ts';
import type { Step } from './Dialog.ts';
import { goBack } from './goBack.ts';
import { answerWithNod } from './own/answerAsked.ts';
import { isOwn } from './own/isOwn.ts';
import { resident as say } from './phrases/resident.ts';
import { staff } from './phrases/staff.ts';
import { endSupplement } from './questions/hearSupplement.ts';
import { cancelForm } from './report/cancelForm.ts';
import { newForm, withoutEdit } from './report/Form.ts';
import { leaveForm } from './report/laterMatter.ts';
import { showForm } from './report/showForm.ts';
import { askAgain, doneAside, isBusy, runningQuestion } from './running.ts';
import { done, type Scene, withoutQuestion, withSession } from './Scene.ts';
import { type GlobalWord, readDenial, readGlobalWord } from './words/globalWords.ts';
import { type Command, readCommand } from './words/readWords.ts';

/** 返回 取消 进度 帮助 人工 补充 待办 报事 绑定 解绑, and greetings: words that work anywhere. */
export const hearGlobalWord = (scene: Scene, raw: string): Step | undefined => {
  const word = readGlobalWord(raw);
  if (word) return answerWord(scene, word, raw);
  const command = readCommand(raw);
  return command ? answerCommand(scene, command) : undefined;
};

const answerWord = (scene: Scene, word: GlobalWord, raw: string): Step | undefined => {
  switch (word) {
    case 'back':
      return goBack(scene);
    case 'cancel':
      return cancel(scene, raw);
    case 'progress':
      return listProgress(scene);
    case 'help':
      return doneAside(scene, { text: scene.turn.person === undefined ? say.help : staff.help });
    case 'human':
      return doneAside(scene, { text: contactUnit(scene.know) });
    case 'supplement':
      return supplementSome(scene, '');
    case 'rate':
      return rateSome(scene);
    case 'tasks':
      return scene.turn.person === undefined ? listProgress(scene) : listTasks(scene);
    case 'report':
      return startReport(scene);
    case 'bind':
      return askCode(scene);
    case 'unbind':
      return askUnbind(scene);
    case 'greet':
      return greet(scene);
    case 'thanks':
      return thanks(scene, raw);
  }
};

/** `进度 2026…`, `补充 2026… 灯还在闪`. */
const answerCommand = (scene: Scene, { word, number, rest }: Command): Step | undefined => {
  switch (readGlobalWord(word)) {
    case 'progress':
      return number !== undefined && rest === '' ? showProgress(scene, number) : undefined;
    case 'supplement':
      return number === undefined ? supplementSome(scene, rest) : supplementOne(scene, number, rest);
    default:
      return undefined;
  }
};

const startReport = (scene: Scene): Step => {
  const { form } = scene.session;
  const free = withSession(scene, withoutQuestion(scene.session));
  return form
    ? showForm(free, form)
    : done({ ...free.session, form: newForm(free.session) }, { text: say.startReport });
};

/** The conversation was opened, or somebody says hello. */
export const greet = (scene: Scene): Step => {
  const city = scene.know.city.name;
  return doneAside(scene, { text: scene.turn.person === undefined ? say.greet(city) : staff.greet(city) });
};

/** 「好的」 to a running question is an answer to it. Mere thanks to the form are none, and describe nothing. */
const thanks = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  if (question?.kind === 'supplement') return question.doubt === undefined ? endSupplement(scene) : undefined;
  if (!isBusy(scene.session)) return answerWithNod(scene, raw) ?? done(scene.session, { text: say.thanks });
  return form && !question && readYesNo(raw) === undefined
    ? showForm(scene, form, say.unfinished)
    : undefined;
};

/** Drops what is running on top: the question, else what is being changed, else the form. */
const cancel = (scene: Scene, raw: string): Step => {
  const { form } = scene.session;
  const question = runningQuestion(scene.session);
  if (question)
    return doneAside(withSession(scene, withoutQuestion(scene.session)), {
      text: question.kind === 'later' ? say.laterDropped : say.droppedQuestion,
    });
  if (form?.edit && exactWord(raw, ['取消', '算了']) !== undefined)
    return showForm(scene, withoutEdit(form), say.unchanged);
  if (form && exactWord(raw, ['算了']) !== undefined) return cancelForm(scene, form);
  if (form) return leaveForm(scene, { text: say.dropped });
  return tellGoing(scene);
};

/** 「不取消」「没有进度」「不要人工」 do nothing; 「不补充」 to 「补充什么」 is an answer. */
export const hearDenial = (scene: Scene, raw: string): Step | undefined => {
  const word = readDenial(raw);
  if (word === undefined) return undefined;
  const running = runningQuestion(scene.session);
  // 「不申诉了」 to 「为什么要申诉」 is an answer.
  if (running && isOwn(running)) return undefined;
  const ends = scene.session.question?.kind === 'supplement' && readGlobalWord(word) === 'supplement';
  if (ends) return endSupplement(scene);
  const unsubmitted = /确认|提交/u.test(word) && scene.session.form !== undefined;
  return askAgain(scene, unsubmitted ? say.notConfirmed : `${say.denied}\n`, say.deniedIdle(word));
};
