import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import type { Service } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Choice } from '../words/chooseFrom.ts';
import { chosenPlace } from './chosenPlace.ts';
import { editableSlots } from './editableSlots.ts';
import type { Form, FormEdit, OfferedPlace } from './Form.ts';
import { openSlot } from './openSlot.ts';
import { placeOfCell } from './placeOfCell.ts';

type Command = 'noService' | 'noCondition' | 'noPlace' | 'noPhoto' | 'confirm' | 'cancel' | 'human' | 'back';

export type FormChoice =
  | { readonly kind: 'service'; readonly code: string }
  | { readonly kind: 'condition'; readonly code: string }
  | { readonly kind: 'place'; readonly place: CasePlace }
  | { readonly kind: 'edit'; readonly slot: 'menu' | FormEdit }
  | { readonly kind: Command };

type FormMenu = readonly Choice<FormChoice>[];

const NONE_OF_THESE = ['都不对', '都不像', '上面都不是', '没有一个是', '一个都不是', '都没有', '哪个都不是'];

/** The buttons of the form as it stands. */
export const formMenu = (form: Form, know: Knowledge): FormMenu => {
  switch (openSlot(form, know)) {
    case 'offer':
      return [
        ...(form.guesses ?? []).map((code) => ({
          label: serviceName(code, know),
          value: { kind: 'service', code } as const,
        })),
        { label: say.noneOfThese, value: { kind: 'noService' }, also: NONE_OF_THESE, command: true },
      ];
    case 'otherWords':
      return form.misses < 2 ? [] : [command(say.human1, 'human'), command(say.cancel1, 'cancel')];
    case 'whichPlace':
      return [
        ...placeChoices(form, know),
        { label: say.noneOfThesePlaces, value: { kind: 'noPlace' }, also: NONE_OF_THESE, command: true },
      ];
    case 'place':
    case 'editPlace':
      return hereChoice(form, know);
    case 'condition':
      return conditionChoices(serviceOf(form, know));
    case 'editPhoto':
      return serviceOf(form, know)?.needs.includes('photo') ? [] : [command(say.noPhoto, 'noPhoto')];
    case 'summary':
      return [
        command(say.confirm, 'confirm'),
        { label: say.edit, value: { kind: 'edit', slot: 'menu' }, also: ['改', '改一下'], command: true },
        command(say.cancel1, 'cancel'),
      ];
    case 'editMenu':
      return [
        ...editableSlots(form, know).map((slot) => ({
          ...EDITS[slot],
          value: { kind: 'edit', slot } as const,
        })),
        command(say.keep, 'back'),
      ];
    default:
      return [];
  }
};

const serviceOf = (form: Form, know: Knowledge): Service | undefined =>
  form.service === undefined ? undefined : know.service(form.service);

const command = (label: string, kind: Command): Choice<FormChoice> => ({
  label,
  value: { kind },
  command: true,
});

/** By their names, and by each part of a name: 「缺失」 is 缺失、塌陷. */
const conditionChoices = (service: Service | undefined): FormMenu => [
  ...(service?.conditions ?? []).map(({ code, name }) => ({
    label: name,
    value: { kind: 'condition', code } as const,
    also: name.split('、'),
  })),
  {
    label: say.conditionUnsure,
    value: { kind: 'noCondition' },
    also: [...NONE_OF_THESE, '都不是', '不清楚', '不知道', '不晓得', '不确定', '看不出来'],
    command: true,
  },
];

/** The cell somebody is known to be in, while its place is asked for. Never meant by 「1号」. */
const hereChoice = ({ here }: Form, know: Knowledge): FormMenu => {
  const place = here === undefined ? undefined : placeOfCell(here, know);
  if (!place) return [];
  return [{ label: say.rightHere(place.name), value: { kind: 'place', place }, also: HERE, command: true }];
};

const HERE = ['就在这里', '在这里', '就是这里', '就这里', '这里', '就在这儿', '在这儿', '就这儿', '这儿'];

const EDITS: Readonly<Record<FormEdit, { readonly label: string; readonly also: readonly string[] }>> = {
  service: { label: say.editService, also: ['事情'] },
  condition: { label: say.editCondition, also: ['情况'] },
  place: { label: say.editPlace, also: ['位置', '地址'] },
  text: { label: say.editText, also: ['描述', '内容'] },
  photo: { label: say.editPhoto, also: ['图片'] },
  phone: { label: say.editPhone, also: ['手机号', '号码'] },
};

/** Places of one name are told apart by their community, and where that is not enough by their grid; and by how far they are. */
const placeChoices = (form: Form, know: Knowledge): FormMenu => {
  const places = form.places ?? [];
  const lines = places.map((place) => know.lineage(know.locate(place)?.code ?? ''));
  const communities = places.map((place, at) => labelOf(place, lines[at]?.[1]?.name));
  return places.map((place, at) => {
    const clash = communities.some((other, index) => index !== at && other === communities[at]);
    return {
      label: clash ? labelOf(place, lines[at]?.[0]?.name ?? String(at + 1)) : (communities[at] ?? ''),
      value: { kind: 'place', place: chosenPlace(place, form) },
    };
  });
};

const labelOf = ({ name, called = name, apart, metres }: OfferedPlace, area: string | undefined): string => {
  const notes = [
    ...(area === undefined || apart !== undefined ? [] : [area.slice(0, 16)]),
    ...(apart === undefined ? [] : [say.numbersApart(apart)]),
    ...(metres === undefined ? [] : [say.metresAway(metres)]),
  ];
  return notes.length === 0 ? called : `${called.slice(0, 20)}（${notes.join('，')}）`;
};
