import type { Case } from '../../../shared/domain/case/Case.ts';
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

const NOT_NOW =
  /没(?:有|带|空|找到|办)|还没|明天|后天|回头|以后|过几天|改天|晚点|等(?:一下|等|会)|再(?:交|补|发|说)|不(?:交|补|发)/u;
const HANDED = /交|送|给|寄|窗口|放|拿|带|传|发/u;

/** Free words to what is to be handed in. */
export const hearSupply = (scene: Scene, question: Supplying, raw: string): Step => {
  const { material, owed } = question;
  if (NOT_NOW.test(raw)) return doneAside(free(scene), { text: own.later });
  if (!material) {
    const [named, ...more] = findMaterials(raw, owed);
    return named && more.length === 0
      ? ask(scene, { ...question, material: named })
      : ask(scene, question, say.unknown);
  }
  return HANDED.test(raw)
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
