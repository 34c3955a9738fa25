import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { unitName } from '../cases/describeCase.ts';
import { misses } from '../phrases/misses.ts';
import type { Choice } from '../words/chooseFrom.ts';
import { accusedOf } from './accusedOf.ts';
import type { Form } from './Form.ts';
import type { FormChoice } from './FormChoice.ts';

/** Which unit is complained about, where one short name fits several. */
export const accusedMenu = (form: Form, know: Knowledge): readonly Choice<FormChoice>[] => [
  ...accusedOf(form, know).map((code) => ({
    label: unitName(code, know),
    value: { kind: 'accused', code } as const,
  })),
  { label: misses.noneOfThese, value: { kind: 'noUnit' }, also: ['都不对', '不是投诉单位'], command: true },
];
