import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { plainCondition, toldCondition } from '../../../shared/domain/text/guessCondition.ts';
import { omit } from '../omit.ts';
import { resident as say } from '../phrases/resident.ts';
import { addText } from './addText.ts';
import type { Filled, Form } from './Form.ts';

/**
 * Words in answer to which condition it is. They are asked for once: where they do not decide, the ordinary one is taken, said so,
 * and can be changed at the summary.
 */
export const fillCondition = (form: Form, text: string, know: Knowledge): Filled => {
  const service = know.service(form.service ?? '');
  if (!service) return { form, lead: '' };
  const told = toldCondition(service, text);
  const { form: next, lead } = addText(form, 'condition', text, know);
  const taken = told ?? plainCondition(service);
  if (!taken) return { form: next, lead };
  return {
    form: { ...omit(next, 'edit'), condition: { service: service.code, code: taken.code } },
    lead: told ? lead : `${lead}${say.conditionTaken(taken.name)}`,
  };
};
