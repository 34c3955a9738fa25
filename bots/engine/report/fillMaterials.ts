import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { omit } from '../omit.ts';
import { materials as say } from '../phrases/materials.ts';
import { findMaterials } from '../words/findMaterials.ts';
import type { Filled, Form, FormOwes } from './Form.ts';
import { mayOwe } from './materialMenu.ts';

const LACKS = /缺|没|无|忘|丢|不在|还差|欠|晚点|以后|补/u;
const HAS = /(?<!没)(?:有了?|带了|带着|在|齐)(?:了|的)?$/u;

/** Words to 「都带齐了吗」 and 「缺哪一样」: names of what is not there. What is told as there is not missing. */
export const fillMaterials = (
  form: Form,
  slot: 'materials' | 'missing',
  text: string,
  know: Knowledge,
): Filled => {
  const all = know.service(form.service ?? '')?.materials ?? [];
  const clauses = text.split(CLAUSES).filter(Boolean);
  const told = clauses.filter((one) => LACKS.test(one) || (slot === 'missing' && !HAS.test(one)));
  const named = told.flatMap((clause) => findMaterials(clause, all));
  const needed = named.find(({ owe }) => owe === undefined);
  if (needed) return { form, lead: say.needFirst(needed.name) };
  if (named.length === 0) return { form, lead: say.unknown };
  return {
    form: lacking(
      form,
      named.map(({ code }) => code),
      know,
    ),
    lead: '',
  };
};

/** Some more are missing; whether that is all is asked while there are others. */
export const lacking = (form: Form, codes: readonly string[], know: Knowledge): Form => {
  const missing = [...new Set([...owesOf(form).missing, ...codes])];
  const others = mayOwe(form, know).some(({ code }) => !missing.includes(code));
  return withOwes(form, { service: form.service ?? '', missing, ...(others ? { picking: true } : {}) });
};

export const allThere = (form: Form): Form => withOwes(form, { service: form.service ?? '', missing: [] });

export const pickMissing = (form: Form): Form =>
  withOwes(form, { service: form.service ?? '', missing: [], picking: true });

/** Nothing else is missing: what it is promised for. */
export const noneElse = (form: Form): Form =>
  withOwes(form, { service: form.service ?? '', missing: owesOf(form).missing });

export const promised = (form: Form): Form =>
  withOwes(form, { ...noneElse(form).owes, promised: true } as FormOwes);

const owesOf = ({ owes, service }: Form): Pick<FormOwes, 'missing'> =>
  owes?.service === service && owes ? owes : { missing: [] };

const withOwes = (form: Form, owes: FormOwes): Form => ({ ...omit(form, 'edit'), owes });
