import type { Case } from '../../../shared/domain/case/Case.ts';
import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { owedLines } from '../cases/describeWaits.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { materials as say } from '../phrases/materials.ts';
import { own } from '../phrases/own.ts';
import { resident } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import { act } from '../tasks/act.ts';
import { findMaterials } from '../words/findMaterials.ts';
import type { OwedName, OwnQuestion } from './OwnQuestion.ts';

export type Supplying = Extract<OwnQuestion, { kind: 'supply' }>;

/** 补交: which of what is owed, then the material itself, as photos or as words of where it was handed in. */
export const startSupply = (scene: Scene, { number, owed = [] }: Case, words: string): Step => {
  const names = owed.map(({ code, name }) => ({ code, name }));
  const [only, ...others] = names;
  if (!only) return doneAside(scene, { text: say.nothingOwed });
  const question = { kind: 'supply', number, owed: names } as const;
  const [named, ...more] = findMaterials(words, names);
  const material =
    named && more.length === 0 ? named : others.length === 0 && words === '' ? only : undefined;
  return ask(scene, { ...question, ...(material ? { material } : {}) });
};

export const chooseMaterial = (scene: Scene, question: Supplying, code: string): Step => {
  const material = question.owed.find((one) => one.code === code);
  return ask(scene, { ...question, ...(material ? { material } : {}) });
};

/** Not yet, or not at all; 「没有问题」 is none. */
const NOT_NOW =
  /没(?!有?(?:问题|事|错))|未|忘|丢|明天|后天|回头|以后|过几天|改天|晚点|等(?:一下|等|会)|再(?:交|补|发|说)|不(?:交|补|发|能|会)|[交送给寄放带传发拿办]不|[没无]法|还在/u;
/** It went somewhere: what is only in hand, or on its way, is not there. */
const HANDED =
  /(?:交|送|寄|递|放|传|发|给)(?:了|过|到|去|给|在|上)|(?:拿|带)(?:到|给|去)(?:了)?.{0,8}(?:窗口|大厅|中心|社区|居委|街道|你们)|已经?(?:交|送|寄)/u;
const ASKS_HOW = /哪|怎么|怎样|能不能|能否|可不可以|要不要/u;

/** Free words to what is to be handed in. Only words that say that it was handed in count as it. */
export const hearSupply = (scene: Scene, question: Supplying, raw: string): Step => {
  const { material, owed } = question;
  const isAsking = isQuestion(raw) || ASKS_HOW.test(raw);
  if (!isAsking && NOT_NOW.test(raw)) return doneAside(free(scene), { text: own.later });
  if (!material) {
    const [named, ...more] = findMaterials(raw, owed);
    return named && more.length === 0
      ? ask(scene, { ...question, material: named })
      : ask(scene, question, say.unknown);
  }
  return !isAsking && HANDED.test(raw)
    ? supply(scene, question, material, { text: raw })
    : ask(scene, question, own.photoOrWords);
};

export const supplyPhoto = (scene: Scene, question: Supplying, key: string): Step => {
  const { material } = question;
  if (!material) return ask(scene, question);
  return inspectPhoto(scene, key, (trouble) =>
    trouble === undefined
      ? supply(scene, question, material, { photos: [key] })
      : ask(scene, question, trouble),
  );
};

interface Given {
  readonly text?: string;
  readonly photos?: readonly string[];
}

/** A material of several pages: what comes after its first photo is added to the case. */
const supply = (scene: Scene, { number }: Supplying, { code, name }: OwedName, given: Given): Step =>
  act(scene, number, { type: 'supply', material: code, ...given }, (state) => {
    const left = owedLines(state);
    const text = [say.supplied(name, number), ...(left.length === 0 ? [say.allSupplied] : left)].join('\n');
    const more = { kind: 'supplement', number } as const;
    return done(withQuestion(scene.session, more), { text, choices: [resident.supplementDone] });
  });

const ask = (scene: Scene, question: Supplying, lead = ''): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));
