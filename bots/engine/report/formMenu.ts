import type { Service } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { misses } from '../phrases/misses.ts';
import { resident as say } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { Choice } from '../words/chooseFrom.ts';
import { accusedMenu } from './accusedMenu.ts';
import { editableSlots } from './editableSlots.ts';
import type { Form, FormEdit, OfferedPlace } from './Form.ts';
import type { FormChoice, FormCommand } from './FormChoice.ts';
import { materialMenu } from './materialMenu.ts';
import { openSlot } from './openSlot.ts';
import { placeOfCell } from './placeOfCell.ts';

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
        { label: misses.noneOfThese, value: { kind: 'noService' }, also: NONE_OF_THESE, command: true },
      ];
    case 'otherWords':
      return form.misses < 2 ? [] : [command(say.human1, 'human'), command(say.cancel1, 'cancel')];
    case 'whichPlace':
      return [
        ...placeChoices(form, know),
        { label: misses.noneOfThese, value: { kind: 'noPlace' }, also: NONE_OF_THESE, command: true },
      ];
    case 'place':
    case 'editPlace':
      return hereChoice(form, know);
    case 'inCell':
      return cellChoice(form, know);
    case 'condition':
      return conditionChoices(serviceOf(form, know));
    case 'editPhoto':
      return serviceOf(form, know)?.needs.includes('photo') ? [] : [command(say.noPhoto, 'noPhoto')];
    case 'whichUnit':
      return accusedMenu(form, know);
    case 'materials':
    case 'missing':
    case 'promise':
      return materialMenu(form, know);
    case 'summary':
      return [
        command(say.confirm, 'confirm'),
        { label: say.edit, value: { kind: 'edit', slot: 'menu' }, also: ['改', '改一下'], command: true },
        command(say.cancel1, 'cancel'),
        ...(form.patrol ? [command(staff.labels.solve, 'solve')] : []),
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

const command = (label: string, kind: FormCommand): Choice<FormChoice> => ({
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
  const cell = placeOfCell(here, know);
  return cell
    ? [{ label: misses.rightHere(cell.name), value: { kind: 'here' }, also: HERE, command: true }]
    : [];
};

/** Whoever is asked where in the cell, and cannot say it, is not held up. */
const cellChoice = ({ here }: Form, know: Knowledge): FormMenu => {
  const place = placeOfCell(here, know);
  if (!place) return [];
  const also = [...HERE, misses.rightHere(place.name), ...CANNOT_SAY];
  return [{ label: misses.wholeCell(place.name), value: { kind: 'place', place }, also, command: true }];
};

const HERE = [
  ...['就在这里', '在这里', '就是这里', '就这里', '这里', '我就在这里', '我在这里'],
  ...['就在这儿', '在这儿', '就这儿', '这儿', '就是这儿', '我就在这儿'],
];
const CANNOT_SAY = [
  '没有',
  '没有了',
  '没了',
  '不用',
  '不用了',
  '随便',
  '都行',
  '都可以',
  '整个网格',
  '到处都是',
];

const EDITS: Readonly<Record<FormEdit, { readonly label: string; readonly also: readonly string[] }>> = {
  service: { label: say.editService, also: ['事情'] },
  condition: { label: say.editCondition, also: ['情况'] },
  place: { label: say.editPlace, also: ['位置', '地址'] },
  text: { label: say.editText, also: ['描述', '内容'] },
  photo: { label: say.editPhoto, also: ['图片'] },
  phone: { label: say.editPhone, also: ['手机号', '号码'] },
  materials: { label: say.editMaterials, also: ['资料', '证件'] },
};

/** Places of one name are told apart by their community, and where that is not enough by their grid; and by how far they are. */
const placeChoices = ({ places = [] }: Form, know: Knowledge): FormMenu =>
  places.map((place) => ({ label: labelOf(place, know), value: { kind: 'place', place } }));

const labelOf = (place: OfferedPlace, know: Knowledge): string => {
  const { name, called = name, apart, metres } = place;
  const community = apart === undefined ? know.lineage(know.locate(place)?.code ?? '')[1]?.name : undefined;
  const area = place.area ?? community;
  const notes = [
    ...(area === undefined ? [] : [area.slice(0, 16)]),
    ...(apart === undefined ? [] : [misses.numbersApart(apart)]),
    ...(metres === undefined ? [] : [misses.metresAway(metres)]),
  ];
  return notes.length === 0 ? called : `${called.slice(0, 20)}（${notes.join('，')}）`;
};
