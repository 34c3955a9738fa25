import type { Case } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { reportersOf } from '../../../shared/domain/case/isReporter.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { explainRefusal } from '../cases/explainRefusal.ts';
import { showProgress } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { isMereNod } from '../isMereNod.ts';
import { own as say } from '../phrases/own.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { hearReportText } from '../report/hearReport.ts';
import { doneAside } from '../running.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import { act } from '../tasks/act.ts';
import { closeCase } from '../tasks/cards.ts';
import { nameCase } from '../tasks/nameCase.ts';
import type { OwnQuestion } from './OwnQuestion.ts';
import { withoutAsked } from './withoutAsked.ts';

type Withdrawal = Extract<OwnQuestion, { kind: 'withdraw' }>;

/** 撤销: asked once. A danger to others is not taken back, and what is handled already need not be. */
export const startWithdrawal = (scene: Scene, state: Case, words: string): Step => {
  const { number, stage, kind } = state;
  if (!RULES.withdraw.stages.includes(stage)) return showProgress(scene, number);
  if (kind === 'hazard' && reportersOf(state).length === 1)
    return doneAside(scene, { text: explainRefusal({ code: 'publicMatter' }, scene.know) });
  const about = nameCase(state, scene.know);
  return ask(scene, { kind: 'withdraw', number, about, ...(words === '' ? {} : { reason: words }) });
};

/** 确认撤销 */
export const withdraw = (scene: Scene, { number, reason }: Withdrawal): Step =>
  act(scene, number, { type: 'withdraw', ...(reason === undefined ? {} : { reason }) }, (state) =>
    done(withoutAsked(closeCase(scene.session, number), number), {
      text: state.stage === 'withdrawn' ? say.withdrawn(number) : say.left(number),
    }),
  );

export const keepCase = (scene: Scene, { number }: Withdrawal): Step =>
  doneAside(free(scene), { text: say.kept(number) });

const DENIES = /(?:不|别|没|甭|勿)(?:要|用|想|再|是|必)*(?:撤|取消|退)/u;

/** Free words to 「要撤销吗」: yes, no, the reason, or something else altogether. */
export const hearWithdrawal = (scene: Scene, question: Withdrawal, raw: string): Step => {
  if (DENIES.test(raw)) return keepCase(scene, question);
  const said = readYesNo(raw);
  if (said === 'yes') return isMereNod(scene, raw) ? ask(scene, question) : withdraw(scene, question);
  if (said === 'no') return keepCase(scene, question);
  const { know } = scene;
  if (know.classify(raw).sure && know.findPlaces(raw).length > 0) return hearReportText(free(scene), raw);
  const reason = isWithdrawing(raw) === 'withdraws' ? question.reason : raw;
  return ask(scene, { ...question, ...(reason === undefined ? {} : { reason }) });
};

const ask = (scene: Scene, question: Withdrawal): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know));

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));
