import { CLAUSES } from '../../../../shared/domain/text/matterText.ts';
import { trimSaid } from '../../../../shared/domain/text/trimSaid.ts';
import type { DetailAction } from './Detail.ts';

/** What is done, as somebody says that they do not want it after all. */
const VERBS: Partial<Readonly<Record<DetailAction, string>>> = {
  ask: '问|要材料|补材料|要',
  consult: '问|请|咨询',
  return: '退回?|退单|退件',
  extend: '延期?|延长',
  cohandle: '会办|请|找',
  transfer: '转办?|转',
  suspend: '挂账?|挂',
  redispatch: '改派?|换',
  conclude: '结束|结案|办结',
  merge: '并案?|合并',
};
const WHOM = '(?:居民|他们?|她|它|专家|别人|别的?单位|这件|那件)?';
const NOT = '(?:不|别|甭|勿|先不|先别|暂不|暂时不|无需)(?:再|用|要|想|必|需要|给|向|找|去|申请)*';

/** 「同意」 to 「为什么不同意」 */
const AGREES = /(?<!不|没|没有|别|未)(?:同意|批准|[批准]了|可以(?:延期|延长|挂账|退回))/u;

/** 「不退回了，我们来修」 to 「为什么退回」 is no reason: a clause of its own takes it back. */
export const deniesDetail = (action: DetailAction, said: string): boolean => {
  if (action === 'reject') return AGREES.test(said);
  const verbs = VERBS[action];
  if (verbs === undefined) return false;
  const denial = new RegExp(
    `^(?:我们?|那|就|还是|算了|现在|这)*${NOT}(?:${verbs})${WHOM}(?:了|吧|啦)*$`,
    'u',
  );
  return trimSaid(said)
    .split(CLAUSES)
    .some((clause) => denial.test(clause));
};
