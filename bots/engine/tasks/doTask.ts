import type { CaseCommand } from '../../../shared/domain/case/CaseCommand.ts';
import { conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import { describeNow, dueLine, matterName } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { done, type Scene } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { act } from './act.ts';
import { closeCase } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
import type { Dispatched } from './details/readDispatch.ts';
import { dispatchedText } from './dispatchedText.ts';
import { goOnWith } from './goOnWith.ts';
import { ownClock } from './ownTask.ts';

/** 属实 */
export const verify = (scene: Scene, number: string): Step =>
  actAndTell(scene, number, { type: 'verify' }, say.verified);

/** 签收: the next card is 办结. */
export const sign = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'sign' }, (state) => {
    const clock = ownClock(scene, state);
    const due = clock ? `${dueLine(clock)}\n` : '';
    const inTwo = conditionOf(state, scene.know)?.limits.repair !== undefined && !state.contained;
    return goOnWith(scene, state, inTwo ? say.signedInTwo(number, due) : say.signed(number, due));
  });

/** 派遣 */
export const dispatch = (scene: Scene, number: string, { unit, assist }: Dispatched): Step =>
  act(scene, number, { type: 'dispatch', unit, ...(assist ? { assist } : {}) }, () =>
    over(
      scene,
      number,
      say.dispatched(dispatchedText({ unit, ...(assist ? { assist } : {}) }, scene.know), number),
    ),
  );

/** 合格 */
export const pass = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'pass' }, () => over(scene, number, say.passed(number)));

/** 同意, what was asked for. */
export const approve = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'approve' }, () => over(scene, number, say.approved(number)));

/** 受理, after an appeal. */
export const accept = (scene: Scene, number: string): Step =>
  actAndTell(scene, number, { type: 'accept' }, say.accepted);

/** 恢复办理 */
export const resume = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'resume' }, (state) =>
    goOnWith(scene, state, say.resumed(number, describeNow(state, scene.know))),
  );

/** 回访: the resident lets it be. */
export const content = (scene: Scene, number: string, words: string): Step =>
  act(scene, number, { type: 'visit', agreed: true, words }, () => over(scene, number, say.visited(number)));

/** 不属实, 不予受理 and 不合格, with the reason. */
export const giveReason = (
  scene: Scene,
  { kind: type, number, refuses }: Extract<Question, { kind: 'decline' | 'fail' }>,
  reason: string,
): Step =>
  act(scene, number, { type, reason }, (state) => {
    if (type === 'fail') return over(scene, number, say.failed(number, describeNow(state, scene.know)));
    return over(scene, number, refuses ? say.notAccepted(number) : say.declined(number));
  });

/** 修改: under the right service and condition it goes on at once. */
export const correctTo = (scene: Scene, number: string, service: string, condition?: string): Step =>
  act(
    scene,
    number,
    { type: 'correct', service, ...(condition === undefined ? {} : { condition }) },
    (state) =>
      over(
        scene,
        number,
        say.corrected(matterName(state, scene.know), number, describeNow(state, scene.know)),
      ),
  );

/** 办结: of work in two stages the first time is 应急处置, and the card comes again. */
export const reportDone = (scene: Scene, number: string, report: string, photos: readonly string[]): Step =>
  act(scene, number, { type: 'finish', report, photos }, (state) => {
    // A lead that is done has no such card any more.
    if (state.contained && cardsFor(scene, state).includes('finish'))
      return goOnWith(scene, state, say.contained(number, state.clock ? `${dueLine(state.clock)}\n` : ''));
    return over(scene, number, say.finished(number, describeNow(state, scene.know)));
  });

/** 当场办结 */
export const reportSolved = (scene: Scene, number: string, report: string, photos: readonly string[]): Step =>
  actAndTell(scene, number, { type: 'solve', report, photos }, say.solved);

const actAndTell = (
  scene: Scene,
  number: string,
  command: CaseCommand,
  text: (number: string, now: string) => string,
): Step =>
  act(scene, number, command, (state) => over(scene, number, text(number, describeNow(state, scene.know))));

const over = (scene: Scene, number: string, text: string): Step =>
  done(closeCase(scene.session, number), { text });
