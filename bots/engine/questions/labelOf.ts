import type { Case } from '../../../shared/domain/case/Case.ts';
import { dayOf, formatForPeople, type Instant } from '../../../shared/domain/time/Instant.ts';
import { notices as say } from '../phrases/notices.ts';
import type { Scene } from '../Scene.ts';
import { cardsFor } from '../tasks/cardsFor.ts';
import { nameCase } from '../tasks/nameCase.ts';
import { ownClock } from '../tasks/ownTask.ts';

/**
 * `202609280000001 建设路12号 路灯异常`, short enough for a button; read back by the number it begins with. A task of the staff says
 * whether it is urgent, and by when it is due: `202609280000001 【紧急】建设路12号 井盖异常；今天17:00前`.
 */
export const labelOf = (number: string, known: readonly Case[], scene: Scene): string => {
  const state = known.find((one) => one.number === number);
  if (!state) return number;
  const name = nameCase(state, scene.know);
  const [kind] = cardsFor(scene, state);
  if (scene.turn.person === undefined || kind === undefined || kind === 'rate' || kind === 'desk')
    return name;
  const { urgent, request } = state;
  const clock = kind === 'approve' ? request?.clock : ownClock(scene, state);
  const marked = urgent ? name.replace(' ', ` ${say.urgent}`) : name;
  return clock ? `${marked}；${dueText(clock.due, scene.turn.at)}` : marked;
};

/** A label without what changes with the hour: pressed later it is still that case. */
export const withoutMarks = (label: string): string => label.replace(say.urgent, '').replace(DUE, '');

const DUE = new RegExp(
  `；(?:${say.late}|${say.before(`(?:${say.today}|${say.tomorrow}|\\d\\d月\\d\\d日)\\d\\d:\\d\\d`)})$`,
  'u',
);

/** `今天17:00前`, `明天09:00前`, `10月08日17:00前`. */
const dueText = (due: Instant, now: Instant): string => {
  if (due <= now) return say.late;
  const [date = '', time = ''] = formatForPeople(due).split(' ');
  const day = [say.today, say.tomorrow][dayOf(due) - dayOf(now)] ?? date;
  return say.before(`${day}${time}`);
};
