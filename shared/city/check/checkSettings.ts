import type { City, Level } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { LEVELS } from '../schema/settingsSchema.ts';
import type { Check } from './Draft.ts';

/** Opening hours in order and apart, levels from coarse to fine, a night that has two ends. */
export const checkSettings: Check = ({ city }) => [
  ...checkHours(city.hours ?? []),
  ...checkLevels(city.levels ?? []),
  ...checkQuiet(city.notices?.quiet),
];

const checkHours = (hours: City['hours']): readonly Finding[] =>
  hours.flatMap(([from, to], i): readonly Finding[] => {
    const at = ['hours', i];
    if (from >= to)
      return [{ at, what: `办公时间 ${from}–${to} 结束不晚于开始`, remedy: '把开始写在前、结束写在后' }];
    const before = hours
      .slice(0, i)
      .map(([, close]) => close)
      .sort()
      .at(-1);
    if (before === undefined || from > before) return [];
    return [
      {
        at,
        what: `办公时间 ${from}–${to} 与前面的（到 ${before}）重叠、相连或次序颠倒`,
        remedy: '按先后写，相连的并成一段',
      },
    ];
  });

const checkLevels = (levels: readonly Level[]): readonly Finding[] =>
  levels.flatMap((level, i): readonly Finding[] => {
    const before = levels[i - 1];
    if (before === undefined || LEVELS.indexOf(level) > LEVELS.indexOf(before)) return [];
    return [
      {
        at: ['levels', i],
        what: `层级 ${level} 不比前面的 ${before} 细`,
        remedy: `由大到小写：${LEVELS.join('、')}`,
      },
    ];
  });

const checkQuiet = (quiet: readonly [string, string] | undefined): readonly Finding[] =>
  quiet && quiet[0] === quiet[1]
    ? [
        {
          at: ['notices', 'quiet'],
          what: '免打扰的起止时间相同',
          remedy: '写成不同的两个钟点，例如 ["21:30", "07:30"]',
        },
      ]
    : [];
