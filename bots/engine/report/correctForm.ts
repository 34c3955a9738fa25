import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { placeName } from '../../../shared/domain/text/placeText.ts';
import type { Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Scene } from '../Scene.ts';
import { readWrongSlot } from '../words/readWrongSlot.ts';
import { editableSlots } from './editableSlots.ts';
import type { Form, FormPlace } from './Form.ts';
import { missPlace } from './missPlace.ts';
import { withPlace } from './offerPlaces.ts';
import { nameOfPlace } from './placeFromPoint.ts';
import { placeFromText } from './placeFromText.ts';
import { showForm } from './showForm.ts';
import { withStep } from './stepBack.ts';

/** Words that say which part of the form is wrong, and nothing of the matter. */
export const correctForm = (scene: Scene, form: Form, raw: string): Step | undefined =>
  correctSlot(scene, form, raw) ?? correctNumber(scene, form, raw);

/** 「地点不对」 opens what is wrong, where there is something to change. Without conditions to tell apart 「情况不对」 means the description. */
const correctSlot = (scene: Scene, form: Form, raw: string): Step | undefined => {
  const slots = editableSlots(form, scene.know);
  const wrong = readWrongSlot(raw);
  const slot = wrong === 'condition' && !slots.includes(wrong) ? 'text' : wrong;
  if (slot === undefined || form.service === undefined) return undefined;
  if (slots.includes(slot)) return showForm(scene, { ...omit(form, 'inCell'), edit: slot });
  if (slot === 'place') return showForm(scene, omit(form, 'inCell'));
  return showForm(scene, form, slot === 'photo' ? say.noPhotoYet : say.nothingToChange);
};

/** 「不是12号是36号」: the same road, where the city knows the number; else the place is asked for. */
const correctNumber = (scene: Scene, form: Form, raw: string): Step | undefined => {
  const said = form.edit ? undefined : wrongNumber(form, raw, scene.know);
  if (!said) return undefined;
  if (said.place)
    return showForm(scene, withStep(form, withPlace(form, said.place)), say.placeChanged(said.place.name));
  const open: Form = { ...form, edit: 'place' };
  const { other } = said;
  const missed =
    other === undefined
      ? undefined
      : missPlace(open, { text: other, missed: scene.know.missPlace(other) }, false, scene.know);
  return showForm(scene, missed?.form ?? open, missed?.lead);
};

const NUMBER =
  /^(?:地点|位置|门牌号?|地址|应该|好像|这|那)*不[是在](\d{1,5})号?[,，、。;；]*(?:(?:而?应?该?是|在|改成|改为|换成)?(\d{1,5})号?)?(?:的|才对|[吧啊呀])?$/u;

/** A house number that is denied and stands in the name of the form's place; with what has the other number instead, and its place. */
export const wrongNumber = (
  { place, text }: Form,
  raw: string,
  know: Knowledge,
): { readonly place?: FormPlace; readonly other?: string } | undefined => {
  const [, wrong, right] = NUMBER.exec(placeName(raw)) ?? [];
  const name = place && wrong ? placeName(nameOfPlace(place, text, know)) : '';
  const there = new RegExp(`(?<!\\d)${wrong}号`, 'u');
  if (!there.test(name)) return undefined;
  if (right === undefined) return {};
  const other = name.replace(there, `${right}号`);
  const { found } = placeFromText(other, know);
  const [only] = found;
  return only && found.length === 1 && placeName(only.name).includes(`${right}号`)
    ? { place: only, other }
    : { other };
};
