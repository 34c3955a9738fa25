import type { Reply } from '../../../shared/contracts/reply.ts';
import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { splitMatters } from '../../../shared/domain/text/splitMatters.ts';
import { serviceName } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withoutForm, withQuestion } from '../Scene.ts';
import type { Filled, Form } from './Form.ts';
import { fillText } from './fillForm.ts';
import { openSlot, type Slot } from './openSlot.ts';

/** Where the words are meant for one particular thing, they are not looked through for a second matter. */
const ONE_THING: ReadonlySet<Slot> = new Set([
  'editText',
  'editService',
  'editPlace',
  'whichPlace',
  'condition',
]);

/** Fills the form with what is said of its matter; a second matter in the same message is kept for afterwards. */
export const fillFirst = (form: Form, raw: string, scene: Scene): Filled => {
  const { know } = scene;
  const matters = ONE_THING.has(openSlot(form, know)) ? undefined : splitMatters(raw, know, form.service);
  if (!matters) return fillText(form, raw, know);
  const { form: filled, lead } =
    matters.first === '' ? { form, lead: '' } : fillText(form, matters.first, know);
  const kept = {
    ...filled,
    later: [form.later, matters.later].filter(Boolean).join('\n').slice(0, TEXT_LIMIT),
  };
  if (form.text !== '' || form.service !== undefined) return { form: kept, lead: `${lead}${say.keptLater}` };
  const first = kept.service === undefined ? matters.first : serviceName(kept.service, know);
  return { form: kept, lead: `${lead}${say.twoMatters(first)}` };
};

/** The form is over, filed or not: what was kept for afterwards is asked about. */
export const leaveForm = (scene: Scene, reply: Reply): Step => {
  const later = scene.session.form?.later;
  const session = withoutForm(scene.session);
  if (later === undefined) return done(session, reply);
  const question = { kind: 'later', words: later } as const;
  return done(withQuestion(session, question), reply, askQuestion(question, scene.know));
};
