import type { Finding } from '../Fault.ts';
import { LEVELS } from '../schema/settingsSchema.ts';
import type { Check } from './Draft.ts';

/** Opening hours in order and apart, levels from coarse to fine, a night that has two ends. */
export const checkSettings: Check = ({ city }) => {
  const findings: Finding[] = [];
  const say = (at: Finding['at'], what: string, remedy: string) => findings.push({ at, what, remedy });
  let close = '';
  for (const [i, [from, to]] of (city.hours ?? []).entries()) {
    if (from >= to) say(['hours', i], `办公时间 ${from}–${to} 结束不晚于开始`, '把开始写在前、结束写在后');
    else if (close !== '' && from <= close)
      say(['hours', i], `办公时间 ${from}–${to} 与前一段（到 ${close}）重叠、相连或次序颠倒`, '按先后写，相连的并成一段');
    if (to > close) close = to;
  }
  const levels = city.levels ?? [];
  for (const [i, level] of levels.entries()) {
    const before = levels[i - 1];
    if (before !== undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(before))
      say(['levels', i], `层级 ${level} 不比前面的 ${before} 细`, `由大到小写：${LEVELS.join('、')}`);
  }
  const quiet = city.notices?.quiet;
  if (quiet && quiet[0] === quiet[1])
    say(['notices', 'quiet'], '免打扰的起止时间相同', '写成不同的两个钟点，例如 ["21:30", "07:30"]');
  return findings;
};
