import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene } from '../Scene.ts';
import { askForm } from './askForm.ts';
import type { Form } from './Form.ts';
import { needsPhone } from './openSlot.ts';

/** Shows the form's question after a change. `lead` is what is said first, with its own line end. */
export const showForm = (scene: Scene, form: Form, lead = ''): Step => {
  const idle = idlePhone(form, scene.know);
  const told = idle === undefined || idle === idlePhone(scene.session.form, scene.know);
  return done(
    { ...scene.session, form },
    askForm(form, scene.know, told ? lead : `${lead}${say.phoneNotNeeded}`),
  );
};

/** A telephone that was given for a matter which needs none: it is not passed on, and nobody should wait for a call. */
const idlePhone = (form: Form | undefined, know: Knowledge): string | undefined => {
  const service = know.service(form?.service ?? '');
  return service && form && !needsPhone(form, service) ? form.phone : undefined;
};
