import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import type { Step } from '../Dialog.ts';
import { isMereNod } from '../isMereNod.ts';
import { omit } from '../omit.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { readGlobalWord } from '../words/globalWords.ts';
import { backToCard } from './backToCard.ts';
import { giveReason } from './doTask.ts';
import { reasonsOf } from './reasonsOf.ts';
import { takesBack } from './takesBack.ts';

type Reason = Extract<Question, { kind: 'decline' | 'fail' }>;

/**
 * Words to 「为什么不属实」. They become what whoever reported it is told, for good, so that words of the person's own are shown
 * back first; those offered act at once.
 */
export const hearReason = (scene: Scene, question: Reason, raw: string): Step => {
  const { number, reason } = question;
  const offered = exactWord(raw, reasonsOf(question.kind, scene.know));
  if (offered !== undefined) return giveReason(scene, question, offered);
  if (isUnsaid(raw)) return backToCard(scene, number);
  if (reason !== undefined && readYesNo(raw) === 'yes' && !isMereNod(scene, raw))
    return giveReason(scene, question, reason);
  return ask(scene, isReason(raw) ? { ...question, reason: raw } : question);
};

/** 确认 and 返回, while a reason is shown back. */
export const settleReason = (scene: Scene, question: Reason, confirmed: boolean): Step =>
  confirmed && question.reason !== undefined
    ? giveReason(scene, question, question.reason)
    : ask(scene, omit(question, 'reason'));

/** Whether words said together with the label are plainly the reason: then both act at once. */
export const isPlainReason = (words: string): boolean => !isUnsaid(words) && isReason(words);

/** 属实 and 合格 are verdicts, not reasons; 「没有不合格」 denies the one that was given. */
const VERDICT = /(?<!不)(?:属实|合格)|(?:没有?|不是|并非|不算|也不)不(?:属实|合格)/u;

const isUnsaid = (raw: string): boolean => takesBack(raw) || VERDICT.test(trimSaid(raw));

const isReason = (raw: string): boolean =>
  readYesNo(raw) === undefined && readGlobalWord(raw) === undefined && !isQuestion(raw);

const ask = (scene: Scene, question: Reason): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know));
