import { readNumeral } from '../../../../shared/domain/text/readNumeral.ts';

const AMOUNT = '(\\d{1,3}|半|[一二两三四五六七八九十]{1,3})';
const UNIT = '个?(工作日|工作小时|工作时|小时|钟头|天|日|周|星期|礼拜|分钟)';
const EXTENSION = new RegExp(
  `^(?:延期|延长|延|再|要|给|宽限|多给|申请)*\\s*${AMOUNT}\\s*${UNIT}(?:吧|行吗)?`,
  'u',
);

export interface Extension {
  /** As in the catalog: `2wd`. */
  readonly by: string;
  /** What is said besides. */
  readonly rest: string;
}

/**
 * 「2个工作日 缺配件」 → 2wd. Days and hours are working ones where the limit counts those. Undefined where no length of time is said, or
 * half of one that cannot be cut.
 */
export const readExtension = (said: string, limit: string): Extension | undefined => {
  const [whole, amount, unit] = EXTENSION.exec(said.trim()) ?? [];
  if (whole === undefined || amount === undefined || unit === undefined) return undefined;
  const by = durationOf(amount, unit, /w[dh]$/u.test(limit));
  const rest = said
    .trim()
    .slice(whole.length)
    .replace(/^[\s,，。.;；:：、]+/u, '');
  return by === undefined ? undefined : { by, rest };
};

const durationOf = (amount: string, unit: string, isWorking: boolean): string | undefined => {
  if (amount === '半') return /小时|钟头/u.test(unit) ? '30m' : undefined;
  const count = Number(/^\d+$/u.test(amount) ? amount : readNumeral(amount));
  if (!(count > 0)) return undefined;
  switch (unit) {
    case '工作日':
      return `${count}wd`;
    case '工作小时':
    case '工作时':
      return `${count}wh`;
    case '小时':
    case '钟头':
      return isWorking ? `${count}wh` : `${count}h`;
    case '周':
    case '星期':
    case '礼拜':
      return isWorking ? `${5 * count}wd` : `${7 * count}d`;
    case '分钟':
      return `${count}m`;
    default:
      return isWorking ? `${count}wd` : `${count}d`;
  }
};
