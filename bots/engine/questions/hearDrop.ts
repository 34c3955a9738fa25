import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { EMPTY_FORM } from '../report/Form.ts';
import { hearReportText } from '../report/hearReport.ts';
import { leaveForm } from '../report/laterMatter.ts';
import { showForm } from '../report/showForm.ts';
import { type Scene, withoutQuestion, withSession } from '../Scene.ts';

/** The form is given up. */
export const dropForm = (scene: Scene): Step => leaveForm(withoutDrop(scene), { text: say.dropped });

export const keepForm = (scene: Scene, lead: string = say.goneOn): Step =>
  showForm(withoutDrop(scene), scene.session.form ?? EMPTY_FORM, lead);

/** Free words to 「不报了吗」. 「确认」 may be meant for the summary before it: neither is done. Whatever says more goes on with the form. */
export const hearDrop = (scene: Scene, raw: string): Step => {
  if (/确认|提交/u.test(raw)) return keepForm(scene, say.toConfirm);
  switch (readYesNo(raw)) {
    case 'yes':
      return dropForm(scene);
    case 'no':
      return keepForm(scene);
    default:
      return hearReportText(withoutDrop(scene), raw);
  }
};

export const withoutDrop = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));
