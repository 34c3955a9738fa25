import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';

/** Words that work anywhere. Each with the other ways people type it; always compared whole. */
const GLOBAL_WORDS = {
  back: ['返回', '上一步', '后退'],
  cancel: ['取消', '算了', '不报了', '退出'],
  progress: [
    '进度',
    '查进度',
    '查询进度',
    '查看进度',
    '进展',
    '我的进度',
    '办得怎么样了',
    '处理得怎么样了',
    '到哪一步了',
  ],
  help: ['帮助', '怎么用', '使用说明', 'help'],
  human: ['人工', '转人工', '人工服务', '找人工', '客服'],
  supplement: ['补充', '补充材料', '补充说明', '我要补充'],
  tasks: ['待办', '任务', '我的任务', '待办任务', '我的待办'],
  report: ['报事', '我要报事', '上报', '我要上报', '反映问题', '我要反映问题'],
  greet: ['你好', '您好', '在吗', '喂', 'hello', 'hi', '早上好', '上午好', '中午好', '下午好', '晚上好'],
  thanks: [
    '谢谢',
    '谢谢你',
    '谢谢您',
    '多谢',
    '好的',
    '好',
    '收到',
    '知道了',
    '嗯',
    '嗯嗯',
    '哦',
    '行',
    'ok',
    '辛苦了',
    '再见',
  ],
} as const;

export type GlobalWord = keyof typeof GLOBAL_WORDS;

const WORDS = new Map<string, GlobalWord>(
  Object.entries(GLOBAL_WORDS).flatMap(([name, words]) => words.map((word) => [word, name as GlobalWord])),
);

/** Asking for these with a question mark is asking for them all the same; taking back is not. */
const ASKABLE: ReadonlySet<GlobalWord> = new Set(['progress', 'help', 'human', 'tasks', 'greet']);

export const readGlobalWord = (raw: string): GlobalWord | undefined => {
  const exact = exactWord(raw, WORDS.keys());
  if (exact !== undefined) return WORDS.get(exact);
  const asked = exactWord(raw.replace(/[?？]+$/u, ''), WORDS.keys());
  const word = asked === undefined ? undefined : WORDS.get(asked);
  return word && ASKABLE.has(word) ? word : undefined;
};

/** Words whose denial must never count as the word. 不属实 and 不合格 are words of their own. */
const DENIABLE = [
  ...Object.entries(GLOBAL_WORDS).flatMap(([name, words]) =>
    name === 'greet' || name === 'thanks' ? [] : words,
  ),
  ...['确认', '提交', '修改', '签收', '办结', '评价'],
].sort((a, b) => b.length - a.length);

const DENIAL = new RegExp(
  `^(?:不|没|没有|别|先别|先不|不要|不想|不用|不需要|还没|还没有|还不|无需|无|未)(${DENIABLE.join('|')})(?:了|吧|啊|呢)?$`,
  'u',
);

/** 「不取消」「没有进度」「不要人工」: the word that is denied. */
export const readDenial = (raw: string): string | undefined =>
  DENIAL.exec(trimSaid(raw.replace(/[?？]+$/u, '')))?.[1];
