import type { Step } from '../Dialog.ts';
import { staff } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';

/** 当场办结 of what was found on patrol and is not filed yet: how, and how it looks now. */
export const startSolved = (scene: Scene): Step => {
  const question = {
    kind: 'finish',
    number: '',
    about: staff.foundOnPatrol,
    onSpot: 'patrol',
    photos: [],
  } as const;
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};
