import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { newForm } from '../report/Form.ts';
import { hearReportText } from '../report/hearReport.ts';
import { leaveForm } from '../report/laterMatter.ts';
import { showForm } from '../report/showForm.ts';
import { type Scene, withoutQuestion, withSession } from '../Scene.ts';

/** The form is given up. */
export const dropForm = (scene: Scene): Step => leaveForm(withoutDrop(scene), { text: say.dropped });

export const keepForm = (scene: Scene, lead: string = say.goneOn): Step =>
  showForm(withoutDrop(scene), scene.session.form ?? newForm(scene.session), lead);

/** 「算了，我不报了」 says no to reporting, where 「不」 alone says no to giving up. */
const GIVES_UP = /算了|取消|退出|(?:不|别)(?:要|想|再|接着|继续)*(?:报|办|弄|说|继续)了?|清(?:掉|空)?[了吧]/u;
const DOES_NOT =
  /(?<![不别]|[不别][要想再])(?:接着|继续)|(?:不|别)(?:要|想|能)?(?:取消|算了|退出|清)|不是(?:不报|算了)|没说/u;

/** Free words to 「不报了吗」. 「确认」 may be meant for the summary before it: neither is done. Whatever says more goes on with the form. */
export const hearDrop = (scene: Scene, raw: string): Step => {
  if (/确认|提交/u.test(raw)) return keepForm(scene, say.toConfirm);
  if (DOES_NOT.test(raw)) return keepForm(scene);
  if (GIVES_UP.test(raw)) return dropForm(scene);
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
