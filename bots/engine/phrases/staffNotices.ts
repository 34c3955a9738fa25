import type { ClockStep } from '../../../shared/domain/case/Clock.ts';

/** What those who work on a case are told without having asked. */
export const staffNotices = {
  /** What the words of a task are. */
  words: {
    report: (words: string) => `处理结果：${words}`,
    failReason: (words: string) => `不合格原因：${words}`,
    returnReason: (words: string) => `退回原因：${words}`,
    dispatchReason: (words: string) => `改派原因：${words}`,
    helpReason: (words: string) => `要协助的：${words}`,
    appealReason: (words: string) => `申诉理由：${words}`,
    opinion: (words: string) => `居民的意见：${words}`,
    question: (words: string) => `要问的：${words}`,
    reason: (words: string) => `理由：${words}`,
  },
  dispatchAgain: '被退回，请重新派遣',
  noUnit: '没有找到承办单位，请派遣',
  rework: '核查不合格，请返工',
  visit: '居民不满意，请回访',
  approve: {
    extend: (unit: string, by: string) => `请审批：${unit}申请延期${by}`,
    suspend: (unit: string) => `请审批：${unit}申请挂账`,
    return: (unit: string) => `请审批：${unit}申请退回`,
  },
  near: (cases: readonly Near[]) => [
    '附近还有没办完的，同一件事请点「并案」：',
    ...cases.map((f) => `· ${f.number} ${f.place}（${f.metres} 米，${f.when}报）`),
  ],

  supplemented: (f: Said) => `报事人补充了材料。\n${about(f)}${added('补充', f)}`,
  answered: (f: Said) => `报事人答复了，接着办。\n${about(f)}${added('答复', f)}`,
  unanswered: (f: Said) => `报事人到时没有答复，按现有材料接着办。\n${about(f)}`,
  urged: (f: Said & { count: number }) => `报事人催办（第 ${f.count} 次），请尽快办理。\n${about(f)}`,
  joined: (f: Said & { count: number }) => `同一件事又有人报，已并进来，一共 ${f.count} 人。\n${about(f)}`,
  stopped: (f: Said) => `这一件不用再办了。${said('原因', f)}\n${about(f)}`,
  released: (f: Said) => `这一件您单位不用再办了。${said('原因', f)}\n${about(f)}`,
  approved: (f: Said, what: string) => `同意${what}。\n${about(f)}`,
  rejected: (f: Said, what: string) =>
    f.words === undefined
      ? `${what}到时没有批复，不作数，请按原时限办。\n${about(f)}`
      : `没有同意${what}，请按原时限办。${said('理由', f)}\n${about(f)}`,
  consulted: (f: Said) => `专家意见来了，请接着办。${said('意见', f)}\n${about(f)}`,
  resumed: (f: Said) => `接着办：这一件不再挂账，时限接着走。\n${about(f)}`,
  assistDone: (f: Said) => `${f.unit ?? '协办单位'}办好了它的一份。\n${about(f)}${added('处理结果', f)}`,
  asked: {
    extend: (by: string) => `延期${by}`,
    suspend: () => '挂账',
    return: () => '退回',
  },

  work: { assistSign: '协办签收', assistFinish: '协办', approve: '审批', visit: '回访' },
  ladder: {
    reminder: (what: string) => `提醒：${what}快到时限了。`,
    urge: (what: string) => `催办：${what}已经超时，请马上办。`,
    yellow: (what: string) => `黄牌：${what}超时没有办。`,
    red: (what: string) => `红牌督办：${what}超时没有办，请督促。`,
    list: (what: string) => `挂牌督办：${what}一直没有办好，已对外公布责任单位和期限。`,
  },
  steps: {
    remind: '提醒',
    urge: '催办',
    yellow: '黄牌',
    red: '红牌督办',
    list: '挂牌督办',
    lapse: '到期',
  } satisfies Readonly<Record<ClockStep, string>>,
  /** After an outage. */
  several: (steps: string) => `这一件先后到了：${steps}。`,
  late: (who: string) => `责任：${who}`,
  listedDue: (when: string) => `挂牌期限：${when}`,
  due: (when: string) => `时限：${when}`,
  about: (f: Said) => about(f),
} as const;

interface Near {
  readonly number: string;
  readonly place: string;
  readonly metres: number;
  readonly when: string;
}

interface Said {
  readonly number: string;
  readonly service: string;
  readonly place: string;
  readonly words?: string;
  readonly unit?: string;
  readonly photos?: number;
}

const about = (f: Said): string => `编号：${f.number}\n事项：${f.service}\n地点：${f.place}`;

const said = (label: string, { words }: Said): string => (words === undefined ? '' : `\n${label}：${words}`);

const added = (label: string, f: Said): string =>
  `${said(label, f)}${f.photos === undefined || f.photos === 0 ? '' : `\n照片：${f.photos} 张`}`;
