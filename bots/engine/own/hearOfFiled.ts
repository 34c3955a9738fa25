import { RULES } from '../../../shared/domain/case/decide.ts';
import { isUrging } from '../../../shared/domain/text/isUrging.ts';
import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { listProgress } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { askWhich } from '../questions/askWhich.ts';
import { hearReportText } from '../report/hearReport.ts';
import type { Scene } from '../Scene.ts';
import { doOwn } from './doOwn.ts';
import { urgeCase } from './urgeCase.ts';
import { startWithdrawal } from './withdrawCase.ts';
import { withOwnCases } from './withOwnCases.ts';

/**
 * Words with nothing begun that are meant for what was filed: 「怎么还没人来」 urges it, 「什么时候能修好」 asks after it, 「不用修了，自己亮了」 takes
 * it back. Staff mean their tasks, and urge by the word alone.
 */
export const hearOfFiled = (scene: Scene, raw: string): Step | undefined => {
  if (scene.turn.person === undefined && isUrging(raw)) return urge(scene, raw);
  const said = isWithdrawing(raw);
  return said === undefined ? undefined : takeBack(scene, said, raw);
};

const ASKS_WHEN = /什么时候|啥时候|多久|几时|几点|在哪/u;

/** 「怎么还没人来」 */
const urge = (scene: Scene, raw: string): Step => {
  if (ASKS_WHEN.test(raw)) return listProgress(scene);
  return withOwnCases(scene, (cases) => {
    const open = cases.filter(({ stage }) => RULES.urge.stages.includes(stage));
    const [first] = open;
    if (!first) return listProgress(scene);
    if (open.length === 1) return urgeCase(scene, first);
    return askWhich(
      scene,
      { kind: 'which', word: '催一催', numbers: open.map(({ number }) => number) },
      open,
    );
  });
};

/** 「不用修了」, and 「自己亮了」, which may also be the beginning of a report. */
const takeBack = (scene: Scene, said: 'withdraws' | 'fixed', raw: string): Step =>
  withOwnCases(scene, (cases) => {
    const open = cases.filter(({ stage }) => RULES.withdraw.stages.includes(stage));
    const [first] = open;
    if (!first)
      return said === 'fixed' ? hearReportText(scene, raw) : doOwn(scene, { act: '撤销', words: '' });
    if (open.length === 1) return startWithdrawal(scene, first, raw);
    const numbers = open.map(({ number }) => number);
    return askWhich(scene, { kind: 'which', word: '撤销', numbers, words: raw }, open);
  });
