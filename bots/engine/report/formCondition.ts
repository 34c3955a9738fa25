import type { Condition } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import {
  deniesCondition,
  guessCondition,
  mustTellCondition,
  toldCondition,
} from '../../../shared/domain/text/guessCondition.ts';
import type { Form } from './Form.ts';

/**
 * The condition (情形) a form is filed under: what the person chose, else what the words tell, else the service's first. Undefined
 * while the person has to be asked, because one of the conditions is urgent and the words do not decide.
 */
export const formCondition = (form: Form, know: Knowledge): Condition | undefined => {
  const service = form.service === undefined ? undefined : know.service(form.service);
  if (!service) return undefined;
  const chosen = form.condition?.service === service.code ? form.condition.code : undefined;
  return (
    service.conditions.find(({ code }) => code === chosen) ??
    guessCondition(service, form.text) ??
    (mustTellCondition(service) ? undefined : service.conditions[0])
  );
};

/** 「不是塌了，是松了」「只是松了」: takes something back. */
const TAKES_BACK = /不是|没有?(?![了盖人])|只是|就是|其实/u;

/**
 * What words said later tell of the condition. Something urgent always counts; something less than what is known only where the
 * words take it back. Words that only deny what is known open the question.
 */
export const withToldCondition = (form: Form, text: string, know: Knowledge): Form => {
  const service = form.service === undefined ? undefined : know.service(form.service);
  if (!service) return form;
  const told: Condition | undefined = toldCondition(service, text);
  const known = formCondition(form, know);
  if (!told && known && service.conditions.length > 1 && deniesCondition(service, known, text))
    return { ...form, edit: 'condition' };
  if (!told || !(told.urgent || TAKES_BACK.test(text))) return form;
  return { ...form, condition: { service: service.code, code: told.code } };
};
