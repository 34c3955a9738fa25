import type { Step } from '../Dialog.ts';
import { staff } from '../phrases/staff.ts';
import { done, type Scene } from '../Scene.ts';
import { newForm } from './Form.ts';
import { hearReportText } from './hearReport.ts';
import { showForm } from './showForm.ts';

/** 「巡查 垃圾箱满了，建设路12号」, 「巡查上报」. 「不是巡查」 and 「巡查了没问题」 report nothing. */
const PATROL = /^(?:巡查|巡逻|巡检)(?:上报|报事|发现|时发现)?(?:[\s,，:：。]+|$)/u;

/** The word at the beginning says that staff found it themselves; everything else they report as anybody would. */
export const hearPatrol = (scene: Scene, raw: string): Step | undefined => {
  const { form, question } = scene.session;
  const label = PATROL.exec(raw)?.[0];
  if (label === undefined || scene.turn.person === undefined || question) return undefined;
  const patrol = { ...(form ?? newForm(scene.session)), patrol: true } as const;
  const session = { ...scene.session, form: patrol };
  const rest = raw.slice(label.length);
  if (rest !== '') return hearReportText({ ...scene, session }, rest);
  return form ? showForm({ ...scene, session }, patrol) : done(session, { text: staff.startPatrol });
};
