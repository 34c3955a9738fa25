import type { DutyNotice } from '../../../shared/contracts/notice.ts';
import { dateText, dayNumber, dayOf, formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { duty as say } from '../phrases/duty.ts';

/** 值守: how many each one had left, and since when. `today`: when it is read, which may be the day after. */
export const dutyText = (
  { day, count, numbers, unsigned, unconfirmed }: DutyNotice,
  today: number,
): string => {
  const when = dayText(day, today);
  const named = (lines: DutyNotice['unsigned'], more: (count: number) => string): string =>
    `${lines.lines.map((line) => lineText(line, day)).join('；')}${lines.all > lines.lines.length ? more(lines.all) : ''}`;
  return [
    ...(unsigned.all === 0 ? [] : [say.unsigned(when, named(unsigned, say.moreUnits))]),
    ...(unconfirmed.all === 0 ? [] : [say.unconfirmed(when, named(unconfirmed, say.morePeople))]),
    say.numbers(numbers.join('、'), count > numbers.length),
    say.please,
  ].join('\n');
};

const lineText = (
  { role, name, count, oldest }: DutyNotice['unsigned']['lines'][number],
  day: string,
): string => {
  const since = formatForPeople(oldest);
  const sameDay = dateText(dayOf(oldest)) === day;
  return say.line({ who: `${say.roles[role]}${name}`, count, oldest: sameDay ? since.slice(-5) : since });
};

const dayText = (day: string, today: number): string => {
  const before = today - dayNumber(day);
  if (before === 0) return say.today;
  return before === 1 ? say.yesterday : `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
};
