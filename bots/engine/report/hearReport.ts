import { plainCondition } from '../../../shared/domain/text/guessCondition.ts';
import { isBlank } from '../../../shared/domain/text/isBlank.ts';
import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { isUrging } from '../../../shared/domain/text/isUrging.ts';
import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { contactUnit } from '../cases/contactUnit.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { omit } from '../omit.ts';
import { misses } from '../phrases/misses.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene, withSession } from '../Scene.ts';
import { answerYesNo } from './answerYesNo.ts';
import { askForm } from './askForm.ts';
import { cancelForm } from './cancelForm.ts';
import { chooseExtra } from './chooseExtra.ts';
import { correctForm } from './correctForm.ts';
import { type Form, isBare, isFilled, newForm } from './Form.ts';
import type { FormChoice } from './FormChoice.ts';
import { fileReport } from './fileReport.ts';
import { fillPhoto, fillPlace } from './fillForm.ts';
import { hearPrivacy, withAccused } from './hearPrivacy.ts';
import { fillFirst } from './laterMatter.ts';
import { withPlace } from './offerPlaces.ts';
import { openSlot } from './openSlot.ts';
import { nameOfPlace, placeFromPoint, type Tapped } from './placeFromPoint.ts';
import { showForm } from './showForm.ts';
import { startSolved } from './startSolved.ts';
import { stepBack, withStep } from './stepBack.ts';

/** Goes on with the form, or starts one: the same message gives the same slots either way. */
const formOf = (scene: Scene): Form => scene.session.form ?? newForm(scene.session);

/** Free words to the form. */
export const hearReportText = (given: Scene, raw: string): Step => {
  const before = formOf(given);
  if (isBlank(raw)) return showForm(given, before, say.onlySignsLead);
  const said = hearPrivacy(before, raw);
  if (said?.only) return showForm(given, said.form, said.lead);
  const form = said?.form ?? before;
  const scene = said && given.session.form ? withSession(given, { ...given.session, form }) : given;
  const step = hearMatter(scene, form, raw);
  return said && !isSummedUp(step, scene) ? withLead(step, said.lead) : step;
};

/** The summary says itself who will not see it. */
const isSummedUp = (step: Step, { know }: Scene): boolean =>
  step.kind === 'done' && step.session.form !== undefined && openSlot(step.session.form, know) === 'summary';

const hearMatter = (scene: Scene, form: Form, raw: string): Step =>
  correctForm(scene, form, raw) ??
  answer(scene, form, raw) ??
  withdraw(scene, form, raw) ??
  answerUrging(scene, form, raw) ??
  fillAndShow(scene, form, raw);

const withLead = (step: Step, lead: string): Step => {
  if (step.kind === 'asks' || lead === '') return step;
  const [first, ...others] = step.replies;
  return first ? { ...step, replies: [{ ...first, text: `${lead}${first.text}` }, ...others] } : step;
};

/** Yes and no are answers, never part of a description. */
const answer = (scene: Scene, form: Form, raw: string): Step | undefined => {
  const meant = answerYesNo(scene, form, raw);
  if (!meant) return undefined;
  return meant.kind === 'choice'
    ? chooseInForm(scene, form, meant.choice)
    : showForm(scene, meant.form, meant.lead);
};

/** 「不用修了，自己亮了」 before it was filed. */
const withdraw = (scene: Scene, form: Form, raw: string): Step | undefined =>
  isFilled(form) && !form.edit && isWithdrawing(raw) ? cancelForm(scene, form) : undefined;

/** 「怎么还没人来」: nobody has been told yet. Questions at the summary describe nothing either. */
const answerUrging = (scene: Scene, form: Form, raw: string): Step | undefined => {
  if (isBare(form)) return undefined;
  const ready = openSlot(form, scene.know) === 'summary';
  if (isUrging(raw)) return showForm(scene, form, ready ? say.urgedUnsubmitted : say.urgedUnfinished);
  const { classify, findPlaces } = scene.know;
  const asks = ready && isQuestion(raw) && classify(raw).guesses.length === 0 && findPlaces(raw).length === 0;
  return asks ? showForm(scene, form, say.askedUnsubmitted) : undefined;
};

const fillAndShow = (scene: Scene, form: Form, raw: string): Step => {
  const { form: next, lead } = fillFirst(form, raw, scene);
  return showForm(scene, withAccused(next, raw, scene.know), lead);
};

export const hearReportPlace = (scene: Scene, tapped: Tapped): Step => {
  const place = placeFromPoint(tapped, scene.know);
  const form = formOf(scene);
  if (place === 'unknown' || place === 'outside') {
    const lead = place === 'unknown' ? misses.noPoint : misses.outside(scene.know.city.name);
    // What is wrong with the point matters more than the question, which may be about something else.
    return scene.session.form
      ? showForm(scene, form, lead)
      : done(scene.session, { text: `${lead}${misses.askPlaceAgain}`, wants: 'place' });
  }
  const next = fillPlace(form, place);
  return showForm(scene, next, misses.gotPlace(nameOfPlace(next.place ?? place, form.text, scene.know)));
};

export const hearReportPhoto = (scene: Scene, key: string): Step =>
  inspectPhoto(scene, key, (trouble) => {
    const form = formOf(scene);
    if (trouble !== undefined)
      return scene.session.form
        ? showForm(scene, form, trouble)
        : done(scene.session, { text: trouble.trim() });
    const { form: next, lead } = fillPhoto(form, key);
    return showForm(scene, next, lead);
  });

/** A button of the form. */
export const chooseInForm = (scene: Scene, form: Form, choice: FormChoice): Step => {
  switch (choice.kind) {
    case 'service':
      return showForm(
        scene,
        withStep(form, { ...omit(form, 'guesses', 'edit'), service: choice.code }),
        form.edit ? say.changed : '',
      );
    case 'noService':
      return showForm(scene, { ...omit(form, 'guesses'), misses: form.misses + 1 }, misses.none);
    case 'condition':
      return takeCondition(scene, form, choice.code);
    case 'noCondition':
      return takePlain(scene, form);
    case 'place':
      return showForm(scene, withStep(form, withPlace(omit(form, 'edit'), choice.place)));
    case 'noPlace':
      return showForm(scene, { missed: { kind: 'place' }, ...omit(form, 'places') }, misses.none);
    case 'here':
      return showForm(scene, withStep(form, { ...form, inCell: true }));
    case 'noPhoto':
      return showForm(scene, { ...omit(form, 'edit'), photos: [] }, say.changed);
    case 'edit':
      return showForm(scene, { ...form, edit: choice.slot });
    case 'back':
      return goBackInForm(scene, form);
    case 'cancel':
      return cancelForm(scene, form);
    case 'human':
      return done(scene.session, { text: contactUnit(scene.know) });
    case 'confirm':
      return fileReport(scene, form);
    case 'solve':
      return startSolved(scene);
    default:
      return chooseExtra(scene, form, choice);
  }
};

const takeCondition = (scene: Scene, form: Form, code: string, lead = form.edit ? say.changed : ''): Step =>
  showForm(
    scene,
    withStep(form, { ...omit(form, 'edit'), condition: { service: form.service ?? '', code } }),
    lead,
  );

/** Somebody who cannot tell. */
const takePlain = (scene: Scene, form: Form): Step => {
  const plain = plainCondition(scene.know.service(form.service ?? '') ?? { conditions: [] });
  return plain
    ? takeCondition(scene, form, plain.code, say.conditionTaken(plain.name))
    : showForm(scene, form);
};

export const goBackInForm = (scene: Scene, form: Form): Step => {
  const back = stepBack(form, scene.know);
  return back
    ? showForm(scene, back, say.steppedBack)
    : done(scene.session, { text: say.firstStep }, askForm(form, scene.know));
};
