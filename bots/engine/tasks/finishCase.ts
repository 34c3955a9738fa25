import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { omit } from '../omit.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { fileReport } from '../report/fileReport.ts';
import { done, type Scene, withoutQuestion, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { backToCard } from './backToCard.ts';
import { reportDone, reportSolved } from './doTask.ts';
import { type Handling, readHandling } from './readHandling.ts';
import { readReport } from './readReport.ts';

type Finish = Extract<Question, { kind: 'finish' }>;

/**
 * 办结 takes words and photos in any order; with both, or with words and the word that there is no photo, it is reported at once.
 * It cannot be taken back: words that say that it is not done, or not yet, report nothing.
 */
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
  const heard = readHandling(raw);
  if (heard.photo === 'skip' && question.words === undefined) return keep(scene, question, say.wordsNeeded);
  if (question.onSpot && heard.photo !== undefined && question.photos.length === 0 && heard.words === '')
    return keep(scene, question, say.photoMust);
  const told = heard.words === '' ? 'courtesy' : readReport(heard.words);
  switch (told) {
    case 'undone':
      return notDone(scene, question);
    case 'empty':
      return keep(scene, question, '');
    case 'courtesy':
      return settle(scene, withPhoto(question, heard), heard);
    default:
      return settle(scene, withPhoto(withWords(question, heard.words, told === 'doubtful'), heard), heard);
  }
};

const settle = (scene: Scene, question: Finish, heard: Handling): Step => {
  const { words, photos, noPhoto, doubt } = question;
  return words !== undefined && !doubt && (photos.length > 0 || noPhoto)
    ? handIn(scene, question, words)
    : keep(scene, question, leadOf(question, heard));
};

/** 办结, or 当场办结 of a case or of what is only being reported. */
export const handIn = (scene: Scene, { onSpot, number, photos }: Finish, words: string): Step => {
  if (onSpot === undefined) return reportDone(scene, number, words, photos);
  if (onSpot === 'case') return reportSolved(scene, number, words, photos);
  return scene.session.form
    ? fileReport(scene, scene.session.form, { report: words, photos })
    : done(withoutQuestion(scene.session), { text: say.stepPassed });
};

/** What was said before stands no more: nothing of it may be reported by a photo that comes later. */
const notDone = (scene: Scene, { number, photos, onSpot }: Finish): Step => {
  const text = onSpot ? say.notSolved : say.notDone(number, photos.length);
  return backToCard(scene, number, text, text);
};

/** Words after doubtful ones take their place: they say how it is now. */
const withWords = (question: Finish, words: string, doubtful: boolean): Finish => {
  const before = question.doubt ? undefined : question.words;
  const told = { ...omit(question, 'doubt'), words: joined(before, words) };
  return doubtful ? { ...told, doubt: true } : told;
};

const withPhoto = (question: Finish, { photo }: Handling): Finish => {
  if (question.onSpot) return question;
  if (photo === 'later') return omit(question, 'noPhoto');
  return photo && question.photos.length === 0 ? { ...question, noPhoto: true } : question;
};

const leadOf = ({ words, photos }: Finish, { photo }: Handling): string =>
  words !== undefined && photo === 'later' && photos.length === 0 ? say.photoAwaited : '';

const keep = (scene: Scene, question: Finish, lead: string): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));

const joined = (before: string | undefined, words: string): string =>
  (before === undefined ? words : `${before}\n${words}`).slice(0, TEXT_LIMIT);
