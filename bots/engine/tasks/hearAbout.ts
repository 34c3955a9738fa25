import { showProgress, showTask } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { isBusy } from '../running.ts';
import { type Scene, withoutIdleWhich } from '../Scene.ts';
import { readAbout } from '../words/readWords.ts';

/**
 * 「202609280000001 这件先别办」: a case, with words that nobody could act on. They are not done, and not taken for a choice: the case
 * is shown, with what can be done.
 */
export const hearAbout = (scene: Scene, raw: string): Step | undefined => {
  const about = readAbout(raw);
  const isChoosing = scene.session.question?.kind === 'which';
  if (!about || (isBusy(scene.session) && !isChoosing)) return undefined;
  const free = withoutIdleWhich(scene);
  if (scene.turn.person !== undefined) return withLead(showTask(free, about.number));
  return isChoosing ? showProgress(free, about.number) : undefined;
};

const withLead = (step: Step): Step => {
  if (step.kind === 'asks') return step;
  const [first, ...others] = step.replies;
  return first?.card === undefined
    ? step
    : { ...step, replies: [{ ...first, text: `${say.whatAbout}${first.text}` }, ...others] };
};
