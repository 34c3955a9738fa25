import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { omit } from '../omit.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { readGlobalWord } from '../words/globalWords.ts';
import { reportDone } from './doTask.ts';
import { type Handling, readHandling } from './readHandling.ts';

type Finish = Extract<Question, { kind: 'finish' }>;

/** 办结 takes words and photos in any order; with both, or with words and the word that there is no photo, it is reported at once. */
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

const goOn = (scene: Scene, question: Finish, raw = ''): Step => {
  // 「好的」 to 「再发一张照片」 is no part of the report.
  if (question.words !== undefined && readGlobalWord(raw) === 'thanks') return keep(scene, question, '');
  const heard = readHandling(raw);
  if (heard.photo === 'skip' && question.words === undefined) return keep(scene, question, say.wordsNeeded);
  const all = withHeard(question, heard);
  if (all.words !== undefined && (all.photos.length > 0 || all.noPhoto))
    return reportDone(scene, all.number, all.words, all.photos);
  return keep(scene, all, leadOf(all, heard));
};

const withHeard = (question: Finish, { words, photo }: Handling): Finish => {
  const told = words === '' ? question : { ...question, words: joined(question.words, words) };
  if (photo === 'later') return omit(told, 'noPhoto');
  return photo && told.photos.length === 0 ? { ...told, noPhoto: true } : told;
};

const leadOf = ({ words, photos }: Finish, { photo }: Handling): string =>
  words !== undefined && photo === 'later' && photos.length === 0 ? say.photoAwaited : '';

const keep = (scene: Scene, question: Finish, lead: string): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));

const joined = (before: string | undefined, words: string): string =>
  (before === undefined ? words : `${before}\n${words}`).slice(0, TEXT_LIMIT);
