import type { Material } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { serviceName } from '../cases/describeCase.ts';
import { materials as say } from '../phrases/materials.ts';
import type { Form } from './Form.ts';
import { openSlot } from './openSlot.ts';

/** What is asked about materials now. */
export const askMaterials = (form: Form, know: Knowledge): string => {
  const { service = '' } = form;
  switch (openSlot(form, know)) {
    case 'materials': {
      const lines = (know.service(service)?.materials ?? []).map(({ name, owe }) =>
        owe === undefined ? say.needed(name) : say.mayCome(name, durationText(owe)),
      );
      return say.list(serviceName(service, know), lines);
    }
    case 'missing': {
      const named = missingOf(form, know).map(({ name }) => name);
      return named.length === 0 ? say.askMissing : say.askMore(named.join('、'));
    }
    default:
      return say.askPromise(promiseOf(form, know));
  }
};

/** 承诺: what the person agrees to, and what is kept. */
export const promiseOf = (form: Form, know: Knowledge): string =>
  say.promiseText(missingOf(form, know).map(({ name, owe = '' }) => say.part(name, durationText(owe))));

export const summaryOfMaterials = (form: Form, know: Knowledge): readonly string[] => {
  if (form.owes?.service !== form.service || !form.owes) return [];
  const names = missingOf(form, know).map(({ name }) => name);
  return [names.length === 0 ? say.summaryAll : say.summaryOwed(names.join('、'))];
};

const missingOf = ({ service, owes }: Form, know: Knowledge): readonly Material[] =>
  (know.service(service ?? '')?.materials ?? []).filter(({ code }) => owes?.missing.includes(code));
