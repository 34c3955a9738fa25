import type { Step } from '../Dialog.ts';
import { withOwnCases } from '../own/withOwnCases.ts';
import { resident as say } from '../phrases/resident.ts';
import { askWhich } from '../questions/askWhich.ts';
import { doneAside } from '../running.ts';
import type { Scene } from '../Scene.ts';
import { showProgress } from './showProgress.ts';

/** 评价 by itself: the result that waits for it, with its grades; or which one. */
export const rateSome = (scene: Scene): Step =>
  withOwnCases(scene, (cases) => {
    const waiting = cases.filter(({ stage }) => stage === 'rating');
    const [first] = waiting;
    if (!first) return doneAside(scene, { text: say.nothingToRate });
    if (waiting.length === 1) return showProgress(scene, first.number);
    const numbers = waiting.map(({ number }) => number);
    return askWhich(
      scene,
      { kind: 'which', word: '进度', numbers },
      waiting,
      say.listRatings(waiting.length),
    );
  });
