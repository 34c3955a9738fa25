import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { readEmergency } from '../../../shared/domain/text/readEmergency.ts';
import { serviceName } from '../cases/describeCase.ts';
import { misses as miss } from '../phrases/misses.ts';
import { resident as say } from '../phrases/resident.ts';
import { labelsOf } from '../words/chooseFrom.ts';
import { thingOf } from './describeCondition.ts';
import { askMaterials } from './describeMaterials.ts';
import type { Form } from './Form.ts';
import { formMenu } from './formMenu.ts';
import { openSlot } from './openSlot.ts';
import { placeOfCell } from './placeOfCell.ts';
import { summaryOf } from './summaryOf.ts';

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
      return { text: miss.askMatter };
    case 'offer':
      return { text: miss.offerMatters };
    case 'otherWords':
      return { text: otherWordsText(form) };
    case 'whichPlace':
      return { text: whichPlaceText(form), wants: 'place' };
    case 'place':
      return { text: `${matterOf(form, know)}${placeText(form)}`, wants: 'place' };
    case 'editPlace':
      return { text: placeText(form), wants: 'place' };
    case 'inCell':
      return { text: miss.askSpot(placeOfCell(form.here, know)?.name ?? ''), wants: 'place' };
    case 'condition':
      return { text: say.askCondition(thingOf({ name: serviceName(form.service ?? '', know) })) };
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
    case 'editPhoto':
      return { text: say.askNewPhoto, wants: 'photo' };
    case 'whichUnit':
      return { text: say.askAccused };
    case 'materials':
    case 'missing':
    case 'promise':
      return { text: askMaterials(form, know) };
    case 'summary':
      return { text: summaryOf(form, know) };
  }
};

/** What was missed was said with what was understood. */
const matterOf = ({ service, missed }: Form, know: Knowledge): string =>
  service === undefined || missed ? '' : miss.matter(serviceName(service, know));

const placeText = ({ missed }: Form): string => (missed ? miss.askPlaceAgain : miss.askPlace);

const whichPlaceText = ({ missed }: Form): string => {
  switch (missed?.kind) {
    case 'number':
      return miss.nearNumber(missed.said);
    case 'road':
      return miss.alongRoad(missed.said);
    case 'spelling':
      return miss.nearSpelling(missed.said);
    default:
      return miss.whichPlace;
  }
};

/** Somebody in an emergency is not told that they said it badly. */
const otherWordsText = ({ text, misses }: Form): string =>
  misses === 0 && readEmergency(text).length > 0
    ? say.afterEmergency
    : ([miss.askMatter, miss.noMatter][misses] ?? miss.noMatterAgain);
