import { RULES } from '../../../shared/domain/case/decide.ts';
import type { Step } from '../Dialog.ts';
import { withOwnCases } from '../own/withOwnCases.ts';
import { resident as say } from '../phrases/resident.ts';
import { done, type Scene } from '../Scene.ts';

/** Nothing to cancel here; but whoever may mean a report that was filed hears that it goes on, and how it is taken back. */
export const tellGoing = (scene: Scene): Step =>
  withOwnCases(scene, (cases) => {
    const open = cases.filter(({ stage }) => RULES.withdraw.stages.includes(stage));
    const [newest] = open;
    const text = newest ? say.stillGoing(newest.number, open.length - 1) : say.nothingToCancel;
    return done(scene.session, { text });
  });
