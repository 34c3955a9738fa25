import type { Case, Stage } from '../../../shared/domain/case/Case.ts';
import { conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import { isReporter } from '../../../shared/domain/case/isReporter.ts';
import { promisedFinish } from '../../../shared/domain/case/promisedFinish.ts';
import type { LimitName } from '../../../shared/domain/city/City.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { notices } from '../phrases/notices.ts';
import { progress as say } from '../phrases/progress.ts';
import type { Scene } from '../Scene.ts';

const STAGES: readonly LimitName[] = ['verify', 'accept', 'sign', 'handle', 'check'];
/** Later the promise has been kept, or other limits hold. */
const PROMISED: ReadonlySet<Stage> = new Set(['verifying', 'dispatching', 'assigned', 'handling']);

/** 「最迟办好」, as whoever reported it was told: every step with its whole limit, one after the other. */
export const explainFinish = ({ know, turn }: Scene, state: Case): readonly string[] => {
  const service = know.service(state.service);
  const condition = conditionOf(state, know);
  const finish = promisedFinish(state, know);
  const isFirst = PROMISED.has(state.stage) && state.rounds === 0 && !state.leavesBefore;
  if (!service || !condition || finish === undefined || !isFirst) return [];
  if (!isReporter(turn.conversation, state)) return [];
  const steps = STAGES.filter(
    (stage) => (stage !== 'verify' || service.verify) && (stage !== 'check' || service.check),
  ).map((stage) => `${notices.steps[stage]} ${durationText(condition.limits[stage])}`);
  return [say.finish(formatForPeople(finish), steps.join('、'))];
};
