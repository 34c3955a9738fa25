import { type Audit, type Difference, isSound } from '../../../shared/application/auditCase.ts';
import { isPrivateField } from '../../../shared/domain/privacy/redact.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { hideResidents } from './hideResidents.ts';

/** What is wrong with a case and where, one thing a line; one line that says so where nothing is. */
export const tellAudit = (audit: Audit): readonly string[] => {
  const { number, history, brokenAt, unfoldable, noSnapshot, differences } = audit;
  if (isSound(audit)) return [`${number}  ${history.length} 条，链完整，快照与历史一致`];
  return [
    ...(brokenAt === undefined ? [] : [tellBreak(audit, brokenAt)]),
    ...(unfoldable === undefined ? [] : [`${number}  历史不能重放：${unfoldable}`]),
    ...(noSnapshot ? [`${number}  没有快照，历史有 ${history.length} 条`] : []),
    ...tellDifferences(number, differences),
  ];
};

const tellBreak = ({ number, history }: Audit, brokenAt: number): string => {
  const entry = history[brokenAt - 1];
  if (!entry) return `${number}  缺第 ${brokenAt} 条：快照记着更多，历史只有 ${history.length} 条`;
  if (entry.seq !== brokenAt) return `${number}  缺第 ${brokenAt} 条：后面接着的是第 ${entry.seq} 条`;
  return `${number}  第 ${brokenAt} 条（${formatInstant(entry.at)}）对不上：它或它前面的内容被改过`;
};

const tellDifferences = (number: string, differences: readonly Difference[]): readonly string[] => {
  const hide = hideResidents();
  return differences.map(({ field, folded, stored }) => {
    const isPrivate = field.split(/[.[]/u).some(isPrivateField);
    const shown = (value: unknown): string => {
      if (value === undefined) return '没有';
      return isPrivate ? '（私人内容，不显示）' : JSON.stringify(hide(value));
    };
    return `${number}  ${field} 不一致：历史推出 ${shown(folded)}，快照存着 ${shown(stored)}`;
  });
};
