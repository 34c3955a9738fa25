import { holdsPost } from '../../../shared/domain/case/answersFor.ts';
import type { Case, Task } from '../../../shared/domain/case/Case.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import type { Scene } from '../Scene.ts';

type Who = Pick<Scene, 'turn' | 'know'>;

/** The open task of the unit that whoever speaks answers for: the lead's before one that helps. */
export const ownTask = ({ turn: { person, at }, know }: Who, state: Case): Task | undefined => {
  if (person === undefined) return undefined;
  const today = { now: at, ledger: know };
  return state.tasks
    .filter(({ status }) => status === 'assigned' || status === 'handling')
    .toSorted((a, b) => Number(a.share === 'assist') - Number(b.share === 'assist'))
    .find(({ unit }) => holdsPost(person, `unit@${unit}`, state.leaf, today));
};

/** The lead's clock is the case's; who helps has one of their own. */
export const ownClock = (who: Who, state: Case): Clock | undefined => {
  const task = ownTask(who, state);
  return task?.share === 'assist' ? task.clock : state.clock;
};
