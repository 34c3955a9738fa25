import { type Case, ENDED } from '../../../shared/domain/case/Case.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import type { Step } from '../Dialog.ts';
import { materials } from '../phrases/materials.ts';
import { notices } from '../phrases/notices.ts';
import { staff as say } from '../phrases/staff.ts';
import { askWhich } from '../questions/askWhich.ts';
import { doneAside, isBusy } from '../running.ts';
import { asks, caseOf, casesOf, type Scene } from '../Scene.ts';
import { openCards } from '../tasks/cards.ts';
import { ownTask } from '../tasks/ownTask.ts';
import { focusCard } from '../tasks/withFocus.ts';
import { readCommand } from '../words/readWords.ts';
import { explainClock } from './explainClock.ts';
import { explainFinish } from './explainFinish.ts';
import { explainRefusal } from './explainRefusal.ts';

/** What is kept of the wish while it is asked which case is meant. */
export const WHY = '时限';

const ASKS = [
  ...[
    '时限',
    '期限',
    '查时限',
    '看时限',
    '时限怎么算',
    '时限怎么算的',
    '怎么算的',
    '怎么算',
    '时限是怎么算的',
  ],
  ...['什么时候到期', '到期时间', '为什么', '为啥', '为什么是这个时间', '为什么是这时候', '最迟怎么算的'],
];

/** 「时限」「怎么算的」「为什么 2026…」 of the staff: why a case is due when it is, in a sentence that can be checked on a wall calendar. */
export const hearWhy = (scene: Scene, raw: string): Step | undefined => {
  const command = readCommand(raw.replace(/[?？]+\s*$/u, ''));
  if (command?.rest !== '' || scene.turn.person === undefined || isBusy(scene.session)) return undefined;
  const { word, number } = command;
  if (exactWord(word, ASKS) === undefined) return undefined;
  const meant = number ?? focusCard(scene)?.number ?? onlyCard(scene);
  return meant === undefined ? explainOne(scene) : explainCase(scene, meant);
};

const onlyCard = ({ session }: Scene): string | undefined => {
  const [only, ...others] = openCards(session);
  return others.length === 0 ? only?.number : undefined;
};

const explainOne = (scene: Scene): Step => {
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  const open = casesOf(answer).filter(({ stage }) => !ENDED.has(stage));
  const [first] = open;
  if (!first) return doneAside(scene, { text: say.noClock });
  if (open.length === 1) return explainCase(scene, first.number);
  return askWhich(scene, { kind: 'which', word: WHY, numbers: open.map(({ number }) => number) }, open);
};

export const explainCase = (scene: Scene, number: string): Step => {
  const answer = scene.answers.look;
  if (!answer) return asks({ key: 'look', kind: 'look', number });
  const result = caseOf(answer);
  if ('refusal' in result) return doneAside(scene, { text: explainRefusal(result.refusal, scene.know) });
  const lines = clocksOfReader(scene, result.case).map(({ what, clock }) => explain(scene, what, clock));
  const { pause } = result.case;
  const stood = pause?.clock
    ? [say.standsStill(explain(scene, notices.steps[pause.clock.limit], pause.clock))]
    : [];
  const text = [...stood, ...lines, ...explainFinish(scene, result.case)];
  return doneAside(scene, { text: text.length === 0 ? say.noClock : `${number}\n${text.join('\n')}` });
};

/** The clock of the stage, and those of the reader's own task or decision. */
const clocksOfReader = (
  scene: Scene,
  state: Case,
): readonly { readonly what: string; readonly clock: Clock }[] => {
  const own = ownTask(scene, state);
  return [
    ...(state.clock ? [{ what: notices.steps[state.clock.limit], clock: state.clock }] : []),
    ...(own?.share === 'assist' && own.clock ? [{ what: say.ownShare, clock: own.clock }] : []),
    ...(state.request ? [{ what: notices.steps.approve, clock: state.request.clock }] : []),
    ...(state.owed ?? []).map(({ name, clock }) => ({ what: materials.supply(name), clock })),
  ];
};

const explain = ({ know }: Scene, what: string, clock: Clock): string =>
  say.whyDue(what, explainClock(clock, know.calendar));
