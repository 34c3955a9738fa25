import type { Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import { materials } from '../phrases/materials.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Scene } from '../Scene.ts';
import type { Form } from './Form.ts';
import type { ExtraChoice } from './FormChoice.ts';
import { allThere, lacking, noneElse, pickMissing, promised } from './fillMaterials.ts';
import { showForm } from './showForm.ts';
import { withStep } from './stepBack.ts';

/** Buttons of what only some reports have: a unit complained about, and materials. */
export const chooseExtra = (scene: Scene, form: Form, choice: ExtraChoice): Step => {
  const next = (after: Form, lead = ''): Step => showForm(scene, withStep(form, after), lead);
  switch (choice.kind) {
    case 'accused':
      return next({ ...form, accused: [choice.code] });
    case 'noUnit':
      return next(omit(form, 'accused'), say.notAccused);
    case 'lacks':
      return next(lacking(form, [choice.code], scene.know));
    case 'allThere':
      return next(allThere(form));
    case 'someMissing':
      return next(pickMissing(form));
    case 'noneElse':
      return next(noneElse(form));
    case 'promise':
      return next(promised(form));
    case 'noPromise':
      return next(omit(form, 'owes'), materials.notPromised);
  }
};
