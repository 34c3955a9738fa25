import type { Case } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { describeNow } from '../cases/describeCase.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import { showProgress } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { own as say } from '../phrases/own.ts';
import { doneAside } from '../running.ts';
import { asks, caseOf, type Scene } from '../Scene.ts';
import { actRefused } from '../tasks/act.ts';

/** 催一催. Where it waits for the resident themself that is said instead; too soon, they hear when they may again, and how it stands. */
export const urgeCase = (scene: Scene, state: Case): Step => {
  const { number } = state;
  if (!RULES.urge.stages.includes(state.stage)) return showProgress(scene, number);
  const answer = scene.answers.act;
  if (!answer) return asks({ key: 'act', kind: 'act', number, command: { type: 'urge' } });
  const result = caseOf(answer);
  if ('case' in result) {
    const count = result.case.urges?.count ?? 1;
    return doneAside(scene, { text: `${say.urged(number, count)}\n${describeNow(result.case, scene.know)}` });
  }
  return result.refusal.code === 'urgedAlready'
    ? doneAside(scene, {
        text: `${explainRefusal(result.refusal, scene.know)}\n${describeNow(state, scene.know)}`,
      })
    : actRefused(scene, number, result.refusal);
};
