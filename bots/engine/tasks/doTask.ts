import type { Case } from '../../../shared/domain/case/Case.ts';
import { describeNow, dueLine, matterName, unitName } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { done, type Scene } from '../Scene.ts';
import { act } from './act.ts';
import { closeCase } from './cards.ts';
import { showCard } from './showCard.ts';

/** 属实 */
export const verify = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'verify' }, (state) =>
    over(scene, number, say.verified(number, describeNow(state, scene.know))),
  );

/** 签收: the next card is 办结. */
export const sign = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'sign' }, (state) => {
    const session = closeCase(scene.session, number);
    const card = showCard(session, state, 'finish', scene.know);
    const due = state.clock ? `${dueLine(state.clock)}\n` : '';
    return done(card.session, { ...card.reply, text: say.signed(number, due) });
  });

/** 派遣 */
export const dispatch = (scene: Scene, number: string, unit: string): Step =>
  act(scene, number, { type: 'dispatch', unit }, () =>
    over(scene, number, say.dispatched(unitName(unit, scene.know), number)),
  );

/** 合格 */
export const pass = (scene: Scene, number: string): Step =>
  act(scene, number, { type: 'pass' }, () => over(scene, number, say.passed(number)));

/** 不属实 and 不合格, with the reason. */
export const giveReason = (scene: Scene, type: 'decline' | 'fail', number: string, reason: string): Step =>
  act(scene, number, { type, reason }, (state) =>
    over(
      scene,
      number,
      type === 'decline' ? say.declined(number) : say.failed(number, describeNow(state, scene.know)),
    ),
  );

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

/** 办结 */
export const reportDone = (scene: Scene, number: string, report: string, photos: readonly string[]): Step =>
  act(scene, number, { type: 'finish', report, photos }, (state: Case) =>
    over(scene, number, say.finished(number, describeNow(state, scene.know))),
  );

const over = (scene: Scene, number: string, text: string): Step =>
  done(closeCase(scene.session, number), { text });
