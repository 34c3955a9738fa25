import { ENDED } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askMyCases, casesOf, done, type Scene } from '../Scene.ts';

/** Nothing to cancel here; but whoever wants to take back a report hears that it goes on, and how to be heard. */
export const tellGoing = (
  scene: Scene,
  otherwise = (): Step => done(scene.session, { text: say.nothingToCancel }),
): Step => {
  const answer = scene.answers.cases;
  if (!answer) return askMyCases(scene);
  const open = casesOf(answer).filter(({ stage }) => !ENDED.has(stage) && stage !== 'rating');
  const [newest] = open;
  return newest ? done(scene.session, { text: say.stillGoing(newest.number, open.length - 1) }) : otherwise();
};
