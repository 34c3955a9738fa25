import type { Assist } from '../../../../shared/domain/case/CaseCommand.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { onlyUnit } from './readUnit.ts';

export interface Dispatched {
  readonly unit: string;
  readonly assist?: readonly Assist[];
}

const GAP = '[\\s,，、;；]*';
/** 派遣 路灯管理所, 派给路灯管理所. */
const LABEL = /^(?:派遣|改派|派)?(?:给|到)?[\s,，:：]*/u;
const HELP = new RegExp(`${GAP}(?:请|由|和)?(?:协办|协助|配合)(?:单位)?(?:是|为)?[\\s:：]*`, 'u');
/** 先 A 后 B: one after another. */
const FIRST = new RegExp(
  `^先(?:由|派|请)?\\s*(.+?)${GAP}(?:然后|之后|再|后)(?:由|派|请)?\\s*(.+?)(?:办)?$`,
  'u',
);
const AMONG = /[\s,，、;；和跟及与]+/u;

/**
 * 「路灯管理所」, 「路灯管理所，协办 供电公司」, 「先 排水管理所 后 市政设施养护所」: which unit leads, and which help, at the same time or
 * afterwards. Undefined unless every word of it is understood: 「别派路灯管理所」 sends nobody.
 */
export const readDispatch = (said: string, know: Knowledge): Dispatched | undefined => {
  const text = said.trim().replace(/[。.!！]+$/u, '');
  const [, first, then] = FIRST.exec(text) ?? [];
  if (first !== undefined && then !== undefined) {
    const unit = onlyUnit(first.replace(/办$/u, ''), know);
    const later = readAll(then, know);
    return unit !== undefined && later
      ? { unit, assist: later.map((one) => ({ unit: one, after: unit })) }
      : undefined;
  }
  const [lead = '', helpers, ...more] = text.replace(LABEL, '').split(HELP);
  const unit = onlyUnit(lead.replace(/(?:主办|牵头)$/u, ''), know);
  if (unit === undefined || more.length > 0) return undefined;
  if (helpers === undefined) return { unit };
  const assist = readAll(helpers, know);
  return assist ? { unit, assist: assist.map((one) => ({ unit: one })) } : undefined;
};

const readAll = (text: string, know: Knowledge): readonly string[] | undefined => {
  const units = text
    .split(AMONG)
    .filter(Boolean)
    .map((one) => onlyUnit(one, know));
  const known = units.filter((unit) => unit !== undefined);
  return known.length === units.length && known.length > 0 ? known : undefined;
};
