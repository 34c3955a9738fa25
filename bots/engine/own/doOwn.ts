import { type Case, ENDED } from '../../../shared/domain/case/Case.ts';
import { clocksOf } from '../../../shared/domain/case/clocks/clocksOf.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { explainCase, WHY } from '../cases/hearWhy.ts';
import { supplementOne, supplementSome } from '../cases/supplementCase.ts';
import type { Step } from '../Dialog.ts';
import { materials } from '../phrases/materials.ts';
import { own as say } from '../phrases/own.ts';
import { progress } from '../phrases/progress.ts';
import { askWhich } from '../questions/askWhich.ts';
import { doneAside } from '../running.ts';
import type { Scene } from '../Scene.ts';
import { startAppeal } from './appealCase.ts';
import type { OwnAct } from './OwnQuestion.ts';
import type { OwnWord } from './readOwnWord.ts';
import { startSupply } from './supplyCase.ts';
import { urgeCase } from './urgeCase.ts';
import { startWithdrawal } from './withdrawCase.ts';
import { withOwnCase, withOwnCases } from './withOwnCases.ts';

/** Does what somebody wants with a report of theirs: the one that is named, the only one where it is possible, or which one. */
export const doOwn = (scene: Scene, { act, number, words }: OwnWord): Step => {
  if (act === '补充')
    return number === undefined ? supplementSome(scene, words) : supplementOne(scene, number, words);
  if (number !== undefined) return withOwnCase(scene, number, (state) => doTo(scene, act, state, words));
  return withOwnCases(scene, (cases) => {
    const fitting = cases.filter((state) => FITS[act](state));
    const [first] = fitting;
    if (!first) return doneAside(scene, { text: NONE[act] });
    if (fitting.length === 1) return doTo(scene, act, first, words);
    const word = act === '时限怎么算的' ? WHY : act;
    const numbers = fitting.map((state) => state.number);
    return askWhich(scene, { kind: 'which', word, numbers, ...(words ? { words } : {}) }, fitting);
  });
};

type Act = Exclude<OwnAct, '补充'>;

const doTo = (scene: Scene, act: Act, state: Case, words: string): Step => {
  switch (act) {
    case '催一催':
      return urgeCase(scene, state);
    case '撤销':
      return startWithdrawal(scene, state, words);
    case '申诉':
      return startAppeal(scene, state, words);
    case '补交':
      return startSupply(scene, state, words);
    case '时限怎么算的':
      return explainCase(scene, state.number);
  }
};

const FITS: Readonly<Record<Act, (state: Case) => boolean>> = {
  催一催: ({ stage }) => RULES.urge.stages.includes(stage),
  撤销: ({ stage }) => RULES.withdraw.stages.includes(stage),
  申诉: ({ stage }) => stage === 'declined',
  补交: ({ stage, owed = [] }) => !ENDED.has(stage) && owed.length > 0,
  时限怎么算的: (state) => clocksOf(state).length > 0,
};

const NONE: Readonly<Record<Act, string>> = {
  催一催: say.noUrging,
  撤销: say.noWithdrawing,
  申诉: say.noAppealing,
  补交: materials.nothingOwed,
  时限怎么算的: progress.noDue,
};
