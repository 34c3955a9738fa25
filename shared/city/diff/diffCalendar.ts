import type { CalendarYear } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = { final: '已定', off: '放假', work: '调休上班' };

export const diffCalendar = (
  before: readonly CalendarYear[],
  after: readonly CalendarYear[],
): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [({ year }) => String(year)]);
  const say = (kind: Change['kind'], { year }: CalendarYear, text: string): Change => ({
    part: 'calendar',
    kind,
    code: String(year),
    text: `${year} 年：${text}`,
  });
  return [
    ...gone.map((year) => say('removed', year, '去掉')),
    ...came.map((year) =>
      say('added', year, `新增，放假 ${year.off.length} 天，调休上班 ${year.work.length} 天`),
    ),
    ...both.flatMap(([old, year]) =>
      changedFields(old, year).map(({ key, text }) => say('changed', year, `${LABELS[key] ?? key} ${text}`)),
    ),
  ];
};
