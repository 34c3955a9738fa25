import type { Reply } from '../../../shared/contracts/reply.ts';
import { type Case, ENDED } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { isReporter, reportersOf } from '../../../shared/domain/case/isReporter.ts';
import type { Step } from '../Dialog.ts';
import { doneAside, isBusy } from '../running.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { OwnAct } from './OwnQuestion.ts';

/** What whoever reported a case can do with it as it stands. */
export const actsOn = (scene: Scene, state: Case): readonly OwnAct[] => {
  if (!isReporter(scene.turn.conversation, state)) return [];
  const { stage, owed = [] } = state;
  if (stage === 'declined') return state.appealed ? [] : ['申诉'];
  const alone = reportersOf(state).length === 1;
  return [
    ...(owed.length > 0 && !ENDED.has(stage) ? (['补交'] as const) : []),
    ...(RULES.urge.stages.includes(stage) ? (['催一催'] as const) : []),
    ...(RULES.supplement.stages.includes(stage) ? (['补充'] as const) : []),
    ...(RULES.withdraw.stages.includes(stage) && !(alone && state.kind === 'hazard')
      ? (['撤销'] as const)
      : []),
    ...(state.clock && !ENDED.has(stage) ? (['时限怎么算的'] as const) : []),
  ];
};

/** A reply with buttons, unless something is running whose buttons those would hide. */
export const offer = (scene: Scene, number: string, acts: readonly OwnAct[], reply: Reply): Step => {
  const { session } = scene;
  if (acts.length === 0 || session.form || isBusy(session)) return doneAside(scene, reply);
  return done(withQuestion(session, { kind: 'offer', number, acts }), { ...reply, choices: [...acts] });
};
