import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { isBlank } from '../../../shared/domain/text/isBlank.ts';
import { contactUnit } from '../cases/contactUnit.ts';
import type { Step } from '../Dialog.ts';
import { inspectPhoto } from '../inspectPhoto.ts';
import { omit } from '../omit.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene, withoutForm } from '../Scene.ts';
import { askForm, type FormChoice } from './askForm.ts';
import { EMPTY_FORM, type Form } from './Form.ts';
import { fileReport } from './fileReport.ts';
import { fillPhoto, fillPlace, fillText } from './fillForm.ts';
import { openSlot } from './openSlot.ts';
import { nameOfPlace, placeFromPoint, type Tapped } from './placeFromPoint.ts';
import { stepBack, withStep } from './stepBack.ts';

/** Goes on with the form, or starts one: the same message gives the same slots either way. */
const formOf = (scene: Scene): Form => scene.session.form ?? EMPTY_FORM;

/** Shows the form's question after a change. */
export const showForm = (scene: Scene, form: Form, lead = ''): Step =>
  done({ ...scene.session, form }, askForm(form, scene.know, lead));

/** Free words to the form. */
export const hearReportText = (scene: Scene, raw: string): Step => {
  const form = formOf(scene);
  if (isBlank(raw)) return showForm(scene, form, say.onlySignsLead);
  return answerYesNo(scene, form, raw) ?? fillAndShow(scene, form, raw);
};

const fillAndShow = (scene: Scene, form: Form, raw: string): Step => {
  const { form: next, lead } = fillText(form, raw, scene.know);
  return showForm(scene, next, lead);
};

/** Yes and no are answers, never part of a description; and a yes that is not 「确认」 files nothing. */
const answerYesNo = (scene: Scene, form: Form, raw: string): Step | undefined => {
  const slot = openSlot(form, scene.know);
  if (/^.{0,3}(?:确认|提交).{0,4}$/u.test(raw))
    return showForm(scene, form, slot === 'summary' ? say.toConfirm : '');
  // 「不对，在建设路14号」 says more than no.
  const { findPlaces, classify } = scene.know;
  const saysMore = raw.length > 8 || findPlaces(raw).length > 0 || classify(raw).guesses.length > 0;
  switch (saysMore ? undefined : readYesNo(raw)) {
    case 'yes':
      return showForm(scene, form, slot === 'summary' ? say.toConfirm : '');
    case 'no':
      return answerNo(scene, form);
    default:
      return undefined;
  }
};

const answerNo = (scene: Scene, form: Form): Step => {
  switch (openSlot(form, scene.know)) {
    case 'summary':
      return showForm(scene, { ...form, edit: 'menu' }, say.notConfirmed);
    case 'offer':
      return chooseInForm(scene, form, { kind: 'noService' });
    case 'whichPlace':
      return chooseInForm(scene, form, { kind: 'noPlace' });
    default:
      return showForm(scene, form);
  }
};

export const hearReportPlace = (scene: Scene, tapped: Tapped): Step => {
  const place = placeFromPoint(tapped, scene.know);
  const form = formOf(scene);
  if (place === 'unknown' || place === 'outside') {
    const lead = place === 'unknown' ? say.placeUnknown : say.placeOutside(scene.know.city.name);
    // What is wrong with the point matters more than the question, which may be about something else.
    return scene.session.form
      ? showForm(scene, form, lead)
      : done(scene.session, { text: lead.trim(), wants: 'place' });
  }
  return showForm(scene, fillPlace(form, place), say.gotPlace(nameOfPlace(place, form.text, scene.know)));
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
      return showForm(scene, { ...omit(form, 'guesses'), misses: form.misses + 1 });
    case 'place':
      return showForm(scene, withStep(form, { ...omit(form, 'places', 'edit'), place: choice.place }));
    case 'noPlace':
      return showForm(scene, omit(form, 'places'));
    case 'edit':
      return showForm(scene, startEdit(form, choice.slot));
    case 'back':
      return goBackInForm(scene, form);
    case 'cancel':
      return done(withoutForm(scene.session), { text: say.dropped });
    case 'human':
      return done(scene.session, { text: contactUnit(scene.know) });
    case 'confirm':
      return fileReport(scene, form);
  }
};

const startEdit = (form: Form, slot: NonNullable<Form['edit']>): Form => ({ ...form, edit: slot });

export const goBackInForm = (scene: Scene, form: Form): Step => {
  const back = stepBack(form, scene.know);
  return back
    ? showForm(scene, back, say.steppedBack)
    : done(scene.session, { text: say.firstStep }, askForm(form, scene.know));
};
