import type { Case } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { withOwnCase, withOwnCases } from '../own/withOwnCases.ts';
import { withoutAsked } from '../own/withoutAsked.ts';
import { misses } from '../phrases/misses.ts';
import { own } from '../phrases/own.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { askWhich } from '../questions/askWhich.ts';
import { nameOfPlace, placeFromPoint, type Tapped } from '../report/placeFromPoint.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutForm, withQuestion, withSession } from '../Scene.ts';
import type { Question, Session } from '../Session.ts';
import { act } from '../tasks/act.ts';
import { isNothingMore } from '../words/isNothingMore.ts';

type Given = { readonly text?: string; readonly photos?: readonly string[] };

/** 补充 without a number: the one open report, or which of them. */
export const supplementSome = (scene: Scene, words: string): Step =>
  withOwnCases(scene, (cases) => {
    const open = cases.filter(takesMore);
    const [first] = open;
    if (!first) return doneAside(scene, { text: say.noOpenCases });
    if (open.length === 1) return begin(scene, first.number, words);
    const numbers = open.map(({ number }) => number);
    return askWhich(scene, { kind: 'which', word: '补充', numbers, ...(words ? { words } : {}) }, open);
  });

/** 补充 to a case named by number; of a merged one to what it was merged into. */
export const supplementOne = (scene: Scene, number: string, words: string): Step =>
  withOwnCase(scene, number, (state) =>
    takesMore(state)
      ? begin(scene, state.number, words)
      : doneAside(scene, { text: say.takesNoMore(state.number) }),
  );

const takesMore = ({ stage }: Case): boolean => RULES.supplement.stages.includes(stage);

/** Photos that came just before the word, and nothing else, were meant for the case. */
const begin = (scene: Scene, number: string, said: string): Step => {
  const words = isNothingMore(said) ? '' : said;
  const { form } = scene.session;
  const photosOnly = form && form.photos.length > 0 && form.text === '' && !form.place && !form.places;
  const given: Given = { ...(words ? { text: words } : {}), ...(photosOnly ? { photos: form.photos } : {}) };
  if (Object.keys(given).length > 0)
    return add(photosOnly ? withSession(scene, withoutForm(scene.session)) : scene, number, given);
  const question: Question = { kind: 'supplement', number };
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};

const add = (scene: Scene, number: string, given: Given): Step =>
  act(scene, number, { type: 'supplement', ...given }, () => {
    const answers = scene.session.asked?.some((asked) => asked.number === number);
    const text = answers ? own.answered(number) : say.supplemented(number);
    return done(open(withoutAsked(scene.session, number), number), { text, choices: [say.supplementDone] });
  });

/** More may follow. */
const open = (session: Session, number: string): Session =>
  withQuestion(session, { kind: 'supplement', number });

export const supplementText = (scene: Scene, number: string, text: string): Step =>
  add(scene, number, { text });

export const supplementPhoto = (scene: Scene, number: string, key: string): Step =>
  inspectPhoto(scene, key, (trouble) =>
    trouble === undefined
      ? add(scene, number, { photos: [key] })
      : done(scene.session, askQuestion({ kind: 'supplement', number }, scene.know, trouble)),
  );

/** A case takes no second place: the point is added as words for whoever goes there. */
export const supplementPlace = (scene: Scene, number: string, tapped: Tapped): Step => {
  const place = placeFromPoint(tapped, scene.know);
  if (place === 'unknown' || place === 'outside') {
    const lead = place === 'unknown' ? misses.noPoint : misses.outside(scene.know.city.name);
    return done(scene.session, askQuestion({ kind: 'supplement', number }, scene.know, lead));
  }
  return add(scene, number, {
    text: say.placeAsText(nameOfPlace(place, '', scene.know), place.lng, place.lat),
  });
};
