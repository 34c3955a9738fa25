import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { omit } from '../omit.ts';
import { resident as say } from '../phrases/resident.ts';
import { deniesAccusing, readAccused } from '../words/readAccused.ts';
import { readPrivacy, saysOnlyPrivacy } from '../words/readPrivacy.ts';
import type { Filled, Form } from './Form.ts';

/** 「匿名举报…」「别说是我说的」「不用匿名」, anywhere in a report. `only`: nothing else was said. Undefined when nothing of it was. */
export const hearPrivacy = (form: Form, raw: string): (Filled & { readonly only: boolean }) | undefined => {
  const said = readPrivacy(raw);
  if (said === undefined) {
    return form.accused && deniesAccusing(raw)
      ? { form: omit(form, 'accused'), lead: say.notAccused, only: true }
      : undefined;
  }
  const next: Form = said === 'open' ? omit(form, 'privacy') : { ...form, privacy: said };
  const lead = next.privacy === form.privacy && said !== 'open' ? '' : say.privacySaid[said];
  return { form: next, lead, only: saysOnlyPrivacy(raw) };
};

/** 举报: the unit that the words complain of; what was said later of another one counts. */
export const withAccused = (form: Form, raw: string, know: Knowledge): Form => {
  const accused = readAccused(raw, know.city.units);
  return accused.length === 0 ? form : { ...form, accused };
};
