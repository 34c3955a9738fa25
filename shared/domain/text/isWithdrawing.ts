import { contentOf } from './contentOf.ts';
import { CLAUSES } from './matterText.ts';
import { normalise } from './normalise.ts';

const WHICH = '(?:这个?|那个?|[这那]件|上面|刚才|刚刚|我?报的?|的|事情?|工单|单子|投诉|报修|登记|\\d{15})*';
/** 「我要撤回」「把刚才报的撤销掉」; 「不撤销」 is none. */
const TAKES_BACK = new RegExp(
  `^(?:我|要|想|请|帮我?|给我|麻烦|能不能|能|可以|把|先|就|还是|申请|全部|都)*${WHICH}(?:想|要|能|可以|申请)*(?:撤销|撤回|撤掉|撤单|撤了|撤诉|作废|销案|取消|退单)(?:掉|了|吧|一下)*${WHICH}[吧吗么了]*$`,
  'u',
);
/** 「我不报了」「不要了」 */
const NO_MORE = /^(?:我|那|就|还是|先|都)*(?:不|别)(?:想|要|用)?再?(?:报|要|办|投诉|反映)了$/u;
/** 「不用修了」「别派人来了」; 「不用修了吗」 asks. */
const NOT_NEEDED =
  /(?:不用|不要|别|不必|无需|不需要|用不着)(?:再|派人|叫人|让人|过来|麻烦|来|去|给我|你们|师傅|人)*(?:修|来|处理|管|弄|办|派|换|收|清|忙|安排)[人它理修]*[了啦]$/u;
/** 「自己亮了」「已经修好了」 */
const FIXED = /^[^没不未]{0,8}(?:亮|好|通|解决|恢复|正常|不漏|不响|没事|清走|收走|来水|来电)了$/u;

/**
 * Whether somebody wants no more of what was reported: `withdraws` says so, `fixed` says only that it is well again. Undefined as soon
 * as any of the words says something else.
 */
export const isWithdrawing = (text: string): 'withdraws' | 'fixed' | undefined => {
  if (text.length > 40) return undefined;
  const clauses = normalise(text).split(CLAUSES).filter(Boolean);
  const withdraws = clauses.filter(
    (one) => TAKES_BACK.test(one) || NO_MORE.test(one) || NOT_NEEDED.test(one),
  );
  const others = clauses.filter((one) => !withdraws.includes(one));
  const fixed = others.filter((one) => FIXED.test(one));
  if (others.some((one) => !fixed.includes(one) && contentOf(one).length >= 2)) return undefined;
  if (withdraws.length > 0) return 'withdraws';
  return fixed.length > 0 ? 'fixed' : undefined;
};
