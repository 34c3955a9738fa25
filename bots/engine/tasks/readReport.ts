import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';
import { readGlobalWord } from '../words/globalWords.ts';

/**
 * What words that should say how something was handled are: `report`; `doubtful`: a report, of which a part says that it is not
 * done; `undone`: they say that it is not done, or under way; `courtesy`: 好的, 谢谢; `empty`: they say nothing of it, or ask.
 */
export type Told = 'report' | 'doubtful' | 'undone' | 'courtesy' | 'empty';

const WORK =
  '(?:[维抢检]?修|更?换|办|弄|搞|处[理置]|解决|清|洗|拆|装|补|填|做|干|完|搬|运|扫|疏通|加固|整改|到|去|来|动|开[始工]|施工|安排|派|落实|恢复|好|成|提交|上?报)';
/** 没修, 没有人来处理, 无法修复, 不能办结, 还没亮. 「没有发现」「不用修」「没有垃圾了」 are none: nothing of what was to be done is denied. */
const NOT_DONE = new RegExp(
  `(?:没能?|没有|未能?|尚未|不能|不会|无法|没法|没办法|难以|先不|暂不|不(?!好|到|成|完|动|来))[人有给再去来得及怎么完全部真正彻底能马立即上]{0,4}${WORK}|还(?:没|未|不(?!错))`,
  'u',
);
/** 修不了, 弄不好, 联系不上. */
const CANNOT =
  /(?:修|换|办|弄|搞|理|决|清|拆|装|补|找|系|打|进|来|去|做|干|赶|到|完|买|复)不(?:了|好|完|到|动|成|上|下|掉|开|通|出|起|着|及|定)|不(?:归|属于|是)我们?/u;
const AT_WORK = new RegExp(
  `(?:正在|还在|仍在|(?<!现)在)(?:抓紧|加紧|进行|联系|协调|组织|采购|申请|排查|等|赶|查|找|${WORK}|(?:路上|现场)$)|正(?!好|常|确|式|规)(?:在|${WORK})|(?<![集其之当])中$|一半|一部分|刚(?:到|去|开始)|才(?:到|去|开始)`,
  'u',
);
const LATER =
  /明[天早日晚]|后天|下周|下个?月|改天|过[几两一]天|回头|晚点|晚些|稍[后等]|待会|过一?会|等会|等一?下|等等|尽快|即将|争取|打算|预计|再(?:去|来|看|说|办|修|换|处理)|快[修办弄]?[好完]了|差不多|准备(?!好|就绪|完)|(?<!按|按照)计划(?:在|于|明|后|下|近)|将(?:于|会|要|安排)/u;
/** At the beginning of what is said of oneself: 等零件, 要等通知, 待料, 缺配件, 还要两天, 需要换灯杆. */
const LACKS =
  /(?:^|[在要还得需正仍])[等待](?!级|遇)|(?:缺[少乏]?|没有?)(?:零|配件|材|料|人手|货|工具|钱|设备)|还(?:要|得|差|需)|(?<!按|不|无)需要?(?:再|更?换|修|等|买|重|另|[一两三四五六七八九十\d])/u;
/** These tell of something to come, unless it is said to be done: 马上去, 下午去修; 立即清理完毕. */
const SOON = new RegExp(`马上|立[即刻]|赶紧|去${WORK}`, 'u');
const DONE = /了|完|毕|已|恢复|干净|到位/u;

const CLAUSES = /[,，、。.;；!！…\s]+/u;
const ASKS = /[?？]|[吗么呢]$|^(?:请问|怎么|什么|为什么|为啥)/u;

/** Only asks to wait: nothing is said of the work. */
const MERE_WAIT = /^[我你请那先就都再]*(?:等等?|等一?下|等一?会儿?|稍[等后]|一会儿?)(?:再说)?[吧啊哈]?$/u;

export const readReport = (words: string): Told => {
  const clauses = normalise(words).split(CLAUSES).filter(Boolean);
  if (clauses.every(isCourtesy)) return 'courtesy';
  const told = clauses.filter(
    (clause) => isUndone(clause) || (contentOf(clause) !== '' && !isCourtesy(clause)),
  );
  const undone = told.filter(isUndone);
  if (undone.length > 0) return undone.length === told.length ? 'undone' : 'doubtful';
  return told.length === 0 || ASKS.test(normalise(words)) ? 'empty' : 'report';
};

const isCourtesy = (clause: string): boolean =>
  readGlobalWord(clause) === 'thanks' || readYesNo(clause) === 'yes';

const isUndone = (clause: string): boolean =>
  !MERE_WAIT.test(clause) &&
  ([NOT_DONE, CANNOT, AT_WORK, LATER, LACKS].some((sign) => sign.test(clause)) ||
    (SOON.test(clause) && !DONE.test(clause)));
