import type { Step } from '../Dialog.ts';
import { done, type Scene } from '../Scene.ts';
import { askForm } from './askForm.ts';
import type { Form } from './Form.ts';

/** Shows the form's question after a change. `lead` is what is said first, with its own line end. */
export const showForm = (scene: Scene, form: Form, lead = ''): Step =>
  done({ ...scene.session, form }, askForm(form, scene.know, lead));
