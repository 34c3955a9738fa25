import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { reportDone } from './doTask.ts';

type Finish = Extract<Question, { kind: 'finish' }>;

/** 办结 takes words and photos in any order; with both it is reported at once. */
export const finishWith = (
  scene: Scene,
  question: Finish,
  given: { readonly words?: string | undefined; readonly photo?: string | undefined },
): Step => {
  const { photo } = given;
  if (photo !== undefined)
    return inspectPhoto(scene, photo, (trouble) =>
      trouble === undefined
        ? goOn(scene, { ...question, photos: [...question.photos, photo].slice(0, MOST_PHOTOS) }, given.words)
        : keep(scene, question, trouble),
    );
  return goOn(scene, question, given.words);
};

const goOn = (scene: Scene, question: Finish, words: string | undefined): Step => {
  const all = words ? { ...question, words: joined(question.words, words) } : question;
  if (all.words !== undefined && all.photos.length > 0)
    return reportDone(scene, all.number, all.words, all.photos);
  return keep(scene, all, '');
};

const keep = (scene: Scene, question: Finish, lead: string): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));

const joined = (before: string | undefined, words: string): string =>
  (before === undefined ? words : `${before}\n${words}`).slice(0, TEXT_LIMIT);
