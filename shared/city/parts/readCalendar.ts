import type { CalendarYear } from '../../domain/city/City.ts';
import type { Fault } from '../Fault.ts';
import { calendarYearSchema } from '../schema/citySchema.ts';
import { readJson } from '../source/readJson.ts';
import { type Part, type RawItem, takeItems } from './Part.ts';

/** One file a year; the name says which. */
export const readCalendar = (texts: ReadonlyMap<string, string>): Part<CalendarYear> => {
  const raws: RawItem[] = [];
  const faults: Fault[] = [];
  for (const [file, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const reading = readJson(text);
    faults.push(...reading.faults.map((fault) => ({ file, ...fault })));
    if (!reading.read) continue;
    const { data, lineOf } = reading.read;
    raws.push({ file, value: data, lineOf });
    faults.push(...checkName(file, data, lineOf(['year'])));
  }
  return takeItems('calendar', raws, calendarYearSchema, faults);
};

const checkName = (file: string, data: unknown, line: number): readonly Fault[] => {
  const named = /^calendar\/(\d{4})\.json$/u.exec(file)?.[1];
  if (named === undefined)
    return [{ file, line: 1, what: '文件名不是年份', remedy: '改名为 calendar/2026.json 的样子' }];
  const year = typeof data === 'object' && data !== null && 'year' in data ? data.year : undefined;
  if (typeof year !== 'number' || String(year) === named) return [];
  return [{ file, line, what: `文件名是 ${named} 年，里面写的是 ${year} 年`, remedy: '让两处一致' }];
};
