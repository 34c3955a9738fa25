import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { stageNameOf } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { notices } from '../phrases/notices.ts';
import { staffNotices as say } from '../phrases/staffNotices.ts';
import { done, type Scene } from '../Scene.ts';
import type { CardKind } from '../Session.ts';
import { isOfStage } from '../tasks/cardOfStage.ts';
import { cardOfCase } from '../tasks/cards.ts';
import { dealAgain } from '../tasks/showCard.ts';
import { factsOf } from './factsOf.ts';
import type { StaffNotice } from './StaffNotice.ts';

type Rung = 'reminder' | 'urge' | 'yellow' | 'red' | 'list';

/**
 * 提醒、催办、黄牌、红牌、挂牌: with the buttons of the open card, for whoever has one; superiors are told, but have none. Steps that came
 * together, after an outage, are one message that names them all.
 */
export const tellLadder = (scene: Scene, notice: StaffNotice, kind: Rung): Step => {
  const { number, steps = [], late, listedDue, due, urgent } = notice;
  const open = cardOfCase(scene.session, number);
  const card = open && isOfStage(open.kind, notice.stage) ? open : undefined;
  const what = (card && WORK[card.kind]) ?? stageNameOf(notice.stage ?? '');
  const text = [
    `${urgent ? notices.urgent : ''}${say.ladder[kind](what)}`,
    ...(steps.length > 1 ? [say.several(steps.map((step) => say.steps[step]).join('、'))] : []),
    say.about(factsOf(notice)),
    ...(late === undefined || late === '' ? [] : [say.late(late)]),
    ...(due === undefined ? [] : [say.due(formatForPeople(due))]),
    ...(listedDue === undefined ? [] : [say.listedDue(formatForPeople(listedDue))]),
  ].join('\n');
  if (!card) return done(scene.session, { text });
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text, ...buttons });
};

/** What is late, where that is not the stage of the case. */
const WORK: Partial<Record<CardKind, string>> = {
  assistSign: say.work.assistSign,
  assistFinish: say.work.assistFinish,
  approve: say.work.approve,
  visit: say.work.visit,
};
