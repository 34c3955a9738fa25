import type { Case } from '../../../shared/domain/case/Case.ts';
import { isReporter } from '../../../shared/domain/case/isReporter.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import type { Step } from '../Dialog.ts';
import { own as say } from '../phrases/own.ts';
import { doneAside } from '../running.ts';
import { askMyCases, asks, caseOf, casesOf, type Scene } from '../Scene.ts';

/** So often what a case was merged into was merged itself. */
const MOST_HOPS = 4;

/** The person's reports as they go on: of what was merged the case it was merged into, once. Newest first. */
export const withOwnCases = (scene: Scene, then: (cases: readonly Case[]) => Step): Step => {
  const answer = scene.answers.cases;
  return answer ? rootsOf(scene, casesOf(answer), 0, then) : askMyCases(scene);
};

const rootsOf = (
  scene: Scene,
  cases: readonly Case[],
  hop: number,
  then: (cases: readonly Case[]) => Step,
): Step => {
  const into = [...new Set(cases.flatMap((state) => state.into ?? []))];
  if (into.length === 0 || hop === MOST_HOPS) return then(cases.filter((state) => state.into === undefined));
  const key = `into${hop}`;
  const answer = scene.answers[key];
  if (!answer) return asks({ key, kind: 'listed', numbers: into });
  const own = cases.filter((state) => state.into === undefined);
  const roots = casesOf(answer).filter(({ number }) => !own.some((one) => one.number === number));
  return rootsOf(scene, [...own, ...roots], hop + 1, then);
};

/** One of the person's own reports, by its number; of a merged one what it was merged into. Anything else is told to be none of theirs. */
export const withOwnCase = (scene: Scene, number: string, then: (state: Case) => Step): Step =>
  lookUp(scene, number, 0, (state) =>
    isReporter(scene.turn.conversation, state)
      ? then(state)
      : doneAside(scene, { text: say.notYours(number) }),
  );

const lookUp = (scene: Scene, number: string, hop: number, then: (state: Case) => Step): Step => {
  const key = `own${hop}`;
  const answer = scene.answers[key];
  if (!answer) return asks({ key, kind: 'look', number });
  const result = caseOf(answer);
  if ('refusal' in result) return doneAside(scene, { text: explainRefusal(result.refusal, scene.know) });
  const { into } = result.case;
  return into === undefined || hop === MOST_HOPS ? then(result.case) : lookUp(scene, into, hop + 1, then);
};
