import type { Reply } from '../../../shared/contracts/reply.ts';
import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { resident as say } from '../phrases/resident.ts';
import { type Choice, labelsOf } from '../words/chooseFrom.ts';
import type { Form } from './Form.ts';
import { openSlot } from './openSlot.ts';
import { nameOfPlace } from './placeFromPoint.ts';

export type FormChoice =
  | { readonly kind: 'service'; readonly code: string }
  | { readonly kind: 'place'; readonly place: CasePlace }
  | { readonly kind: 'edit'; readonly slot: 'menu' | 'service' | 'place' | 'text' }
  | { readonly kind: 'noService' | 'noPlace' | 'confirm' | 'cancel' | 'human' | 'back' };

/** The buttons of the form as it stands. */
export const formMenu = (form: Form, know: Knowledge): readonly Choice<FormChoice>[] => {
  switch (openSlot(form, know)) {
    case 'offer':
      return [
        ...(form.guesses ?? []).map((code) => ({
          label: serviceName(code, know),
          value: { kind: 'service', code } as const,
        })),
        { label: say.noneOfThese, value: { kind: 'noService' } },
      ];
    case 'otherWords':
      return form.misses < 2
        ? []
        : [
            { label: say.human1, value: { kind: 'human' } },
            { label: say.cancel1, value: { kind: 'cancel' } },
          ];
    case 'whichPlace':
      return [
        ...placeChoices(form.places ?? [], know),
        { label: say.noneOfThesePlaces, value: { kind: 'noPlace' } },
      ];
    case 'summary':
      return [
        { label: say.confirm, value: { kind: 'confirm' } },
        { label: say.edit, value: { kind: 'edit', slot: 'menu' }, also: ['改', '改一下'] },
        { label: say.cancel1, value: { kind: 'cancel' } },
      ];
    case 'editMenu':
      return [
        { label: say.editService, value: { kind: 'edit', slot: 'service' } },
        { label: say.editPlace, value: { kind: 'edit', slot: 'place' } },
        { label: say.editText, value: { kind: 'edit', slot: 'text' } },
        { label: say.keep, value: { kind: 'back' } },
      ];
    default:
      return [];
  }
};

/** The form's question now. `lead` is what is said first, with its own line end. */
export const askForm = (form: Form, know: Knowledge, lead = ''): Reply => {
  const { text, wants } = questionOf(form, know);
  const choices = labelsOf(formMenu(form, know));
  return {
    text: `${lead}${text}`,
    ...(choices.length > 0 ? { choices } : {}),
    ...(wants ? { wants } : {}),
  };
};

const questionOf = (form: Form, know: Knowledge): { text: string; wants?: 'place' | 'photo' } => {
  switch (openSlot(form, know)) {
    case 'text':
      return { text: say.say };
    case 'offer':
      return { text: say.offer };
    case 'otherWords':
      return { text: form.misses < 2 ? say.sayOtherwise : say.sayOtherwiseOrHuman };
    case 'whichPlace':
      return { text: say.askWhichPlace, wants: 'place' };
    case 'place':
      return {
        text: say.askPlace(form.service === undefined ? undefined : serviceName(form.service, know)),
        wants: 'place',
      };
    case 'editPlace':
      return { text: say.askPlace(), wants: 'place' };
    case 'phone':
      return { text: say.askPhone };
    case 'photo':
      return { text: say.askPhoto, wants: 'photo' };
    case 'editMenu':
      return { text: say.askEdit };
    case 'editService':
      return { text: say.askNewService };
    case 'editText':
      return { text: say.askNewText };
    case 'summary':
      return { text: summaryOf(form, know) };
  }
};

const summaryOf = (form: Form, know: Knowledge): string => {
  const service = form.service ?? '';
  const summary = say.summary({
    service: serviceName(service, know),
    place: form.place ? nameOfPlace(form.place, form.text, know) : '',
    text: form.text,
    photos: form.photos.length,
  });
  const phone = know.service(service)?.needs.includes('phone') ? form.phone : undefined;
  return phone === undefined ? summary : `${say.summaryPhone(phone)}${summary}`;
};

/** Places of one name are told apart by their community, and where that is not enough by their grid. */
const placeChoices = (places: readonly CasePlace[], know: Knowledge): readonly Choice<FormChoice>[] => {
  const lines = places.map((place) => know.lineage(know.locate(place)?.code ?? ''));
  const near = places.map((place, index) => named(place.name, lines[index]?.[1]?.name));
  return places.map((place, index) => {
    const label = near[index] ?? place.name;
    const clash = near.some((other, at) => at !== index && other === label);
    return {
      label: clash ? named(place.name, lines[index]?.[0]?.name ?? String(index + 1)) : label,
      value: { kind: 'place', place },
    };
  });
};

const named = (name: string, area: string | undefined): string =>
  area === undefined ? name : `${name.slice(0, 20)}（${area.slice(0, 16)}）`;
