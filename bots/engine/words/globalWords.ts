import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { soften, trimSaid } from '../../../shared/domain/text/trimSaid.ts';

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
  rate: ['评价', '我要评价', '去评价', '我来评价', '打分', '评分'],
  tasks: ['待办', '任务', '我的任务', '待办任务', '我的待办'],
  report: ['报事', '我要报事', '上报', '我要上报', '反映问题', '我要反映问题'],
  bind: [
    '绑定',
    '绑定账号',
    '绑定码',
    '我要绑定',
    '我想绑定',
    '怎么绑定',
    '如何绑定',
    '绑定工作账号',
    '绑定微信',
  ],
  unbind: ['解绑', '解除绑定', '取消绑定', '解绑账号', '我要解绑', '怎么解绑', '如何解绑'],
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
    '好了',
    '行了',
    '明白',
    '明白了',
    'ok',
    '辛苦了',
    '再见',
    '不急',
    '不着急',
    '不用急',
    '慢慢来',
    '不催了',
    '别催',
  ],
} as const;

export type GlobalWord = keyof typeof GLOBAL_WORDS;

const WORDS = new Map<string, GlobalWord>(
  Object.entries(GLOBAL_WORDS).flatMap(([name, words]) => words.map((word) => [word, name as GlobalWord])),
);

/** Asking for these with a question mark is asking for them all the same; taking back is not. */
const ASKABLE: ReadonlySet<GlobalWord> = new Set([
  'progress',
  'help',
  'human',
  'tasks',
  'bind',
  'unbind',
  'greet',
]);

const WANT = '(?:我|想|要|需要|能不能|能否|可以|可不可以|请|麻烦|帮我|帮忙|给我|快|有没有)*';
const SOMEBODY = '(?:一?个)?(?:人工|真人)?(?:人工|客服|真人|活人|接线员|话务员|工作人员|值班人员)';
const TO_TALK =
  '(?:来|跟我|和我|同我)*(?:说话|说说|说|讲话|讲|聊聊|聊天|聊|问问|问|帮忙|帮我|接听?电话|接听|对话|沟通)?';

/** 人工, however it is asked for, as a whole text. 「有人吗」 calls for somebody; 「没有人」「没人收垃圾」「有人乱扔垃圾」 tell something. */
const WANTS_HUMAN = [
  new RegExp(
    `^${WANT}(?:转接?|接|找|叫|换|联系|呼叫|在)?(?:到)?${SOMEBODY}(?:服务|电话|在)?${TO_TALK}(?:吗|么|没有?)?$`,
    'u',
  ),
  new RegExp(`^${WANT}(?:找|叫|换)(?:一?个)?人${TO_TALK}$`, 'u'),
  new RegExp(`^${WANT}(?:跟|和|同|与)(?:一?个)?(?:真?人|你们的人)(?:说话|说|讲话|讲|聊聊|聊|沟通)$`, 'u'),
  /^(?:喂|你好|请问)?(?:这里|那边|那里|里面)?(?:有人(?:在)?(?:吗|么|嘛|没有?)|有没有人(?:在)?(?:吗|呀)?)$/u,
];

const wantsHuman = (raw: string): boolean => {
  const said = soften(trimSaid(raw.replace(/[?？]+$/u, ''))).replace(/[\s\p{P}]/gu, '');
  return WANTS_HUMAN.some((pattern) => pattern.test(said));
};

export const readGlobalWord = (raw: string): GlobalWord | undefined => {
  const exact = exactWord(raw, WORDS.keys());
  if (exact !== undefined) return WORDS.get(exact);
  const asked = exactWord(raw.replace(/[?？]+$/u, ''), WORDS.keys());
  const word = asked === undefined ? undefined : WORDS.get(asked);
  if (word && ASKABLE.has(word)) return word;
  return wantsHuman(raw) ? 'human' : undefined;
};

/** Words whose denial must never count as the word. 不属实 and 不合格 are words of their own. */
const DENIABLE = [
  ...Object.entries(GLOBAL_WORDS).flatMap(([name, words]) =>
    name === 'greet' || name === 'thanks' ? [] : words,
  ),
  ...[
    '确认',
    '提交',
    '修改',
    '签收',
    '办结',
    '退回',
    '延期',
    '会办',
    '转办',
    '挂账',
    '并案',
    '当场办结',
    '补材料',
  ],
  ...['问专家', '改派', '派遣', '结束', '恢复办理', '申请延期', '申请挂账', '巡查上报'],
  ...['撤销', '撤回', '撤', '催', '申诉', '补交'],
].sort((a, b) => b.length - a.length);

const DENIAL = new RegExp(
  `^(?:不|没|没有|别|先别|先不|不要|不想|不用|不需要|还没|还没有|还不|无需|无|未)(${DENIABLE.join('|')})(?:了|吧|啊|呢)?$`,
  'u',
);

/** 「不取消」「没有进度」「不要人工」: the word that is denied. */
export const readDenial = (raw: string): string | undefined =>
  DENIAL.exec(trimSaid(raw.replace(/[?？]+$/u, '')))?.[1];
