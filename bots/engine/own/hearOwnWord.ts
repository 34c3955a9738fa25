import type { Step } from '../Dialog.ts';
import { isBusy } from '../running.ts';
import type { Scene } from '../Scene.ts';
import { doOwn } from './doOwn.ts';
import type { OwnAct } from './OwnQuestion.ts';
import { readOwnWord } from './readOwnWord.ts';

/** These mean nothing to a form, and may be said while one is filled in. */
const BESIDE_FORM: ReadonlySet<OwnAct> = new Set(['申诉', '补交']);

/** 「撤销 2026…」「催一下」「申诉 …」「补交 户口本」「为什么要到那天」: with a number anywhere, else where nothing else is asked. */
export const hearOwnWord = (scene: Scene, raw: string): Step | undefined => {
  const word = readOwnWord(raw);
  if (!word) return undefined;
  const { question } = scene.session;
  const isAsked = question !== undefined && question.kind !== 'offer' && question.kind !== 'which';
  const isFree = !isBusy(scene.session) || (!isAsked && BESIDE_FORM.has(word.act));
  return word.number !== undefined || isFree || question?.kind === 'which' ? doOwn(scene, word) : undefined;
};
