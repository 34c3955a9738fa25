/** What people are told without having asked, and how a case is described to them. Posts and units, never names. */
export const notices = {
  stages: {
    verifying: '待核实',
    screening: '待受理',
    dispatching: '待派遣',
    assigned: '待签收',
    handling: '处置中',
    checking: '待核查',
    rating: '待评价',
    closed: '已归档',
    waiting: '待补充',
    consulting: '专家咨询',
    suspended: '挂账',
    declined: '不予受理',
    withdrawn: '已撤销',
    merged: '已并案',
  },
  roles: {
    supervisor: '网格员',
    dispatcher: '派遣员',
    leader: '负责人',
    expert: '专家',
    resident: '报事人',
    unit: '承办单位',
  },
  urgent: '【紧急】',
  andMore: '等',
  late: '已超时',
  today: '今天',
  tomorrow: '明天',
  before: (when: string) => `${when}前`,
  task: {
    verify: '请核实',
    appeal: '居民申诉，请决定',
    dispatch: '请派遣',
    decide: '返工多轮仍没办好，请决定',
    sign: '请签收',
    finish: '请办理',
    contain: '请先应急处置',
    repair: '请修复',
    assistSign: '请协办，请签收',
    assistFinish: '请协办',
    suspended: '挂账中',
    approve: '请审批',
    expert: '请专家给意见',
    check: '请核查',
    visit: '请回访',
    desk: '在办',
    rate: '请评价',
  },
  /** What it is: the service, with its condition where it tells several apart. */
  matter: (f: { service: string; condition?: string | undefined }) =>
    f.condition === undefined ? f.service : `${f.service}（${f.condition}）`,
  card: (facts: {
    title: string;
    number: string;
    service: string;
    condition: string | undefined;
    place: string;
    text: string;
    more: readonly string[];
  }) =>
    [
      `${facts.title}：${facts.service}`,
      ...(facts.condition === undefined ? [] : [`情形：${facts.condition}`]),
      `编号：${facts.number}`,
      `地点：${facts.place}`,
      `说明：${facts.text}`,
      ...facts.more,
    ].join('\n'),
  standingIn: (name: string, cell: string) => `您代${name}办，网格：${cell}`,
  beside: (cell: string, metres: number) =>
    metres < 1 ? `位置正在与${cell}的交界处` : `位置离${cell}约 ${Math.round(metres)} 米，可能在那边`,
  due: (when: string) => `最迟：${when}`,
  dueProvisional: (when: string) => `最迟：${when}（暂定，以节假日安排公布后为准）`,
  /** Cases like it, and what worked there. */
  similar: (cases: readonly Similar[]) => [
    '类似的办过：',
    ...cases.map(
      (f, at) =>
        `${'①②③'[at]} ${f.place} ${f.service}：${f.report.replace(/[。，；;,.\s]+$/u, '')}${f.rating === undefined ? '' : `，群众评 ${f.rating}`}${f.reworked ? '，返工过' : ''}`,
    ),
  ],
  report: (words: string) => `处理结果：${words}`,
  reason: (words: string) => `原因：${words}`,

  /** 凭证, and where it can be checked. */
  receipt: (code: string, pages: string | undefined) =>
    pages === undefined ? `凭证：${code}` : `凭证：${code}（到 ${pages}/verify 可查验）`,
  status: (f: { number: string; service: string; place: string }) =>
    `受理编号：${f.number}\n事项：${f.service}\n地点：${f.place}`,
  history: '经过：',
  earlier: '……',
  now: (stage: string, owner?: string) => `现在：${stage}${owner === undefined ? '' : `，由${owner}办理`}`,
  nowYours: '现在：等您评价，请选一项。',
  nowRating: '现在：等报事人评价',
  next: (what: string, when: string) => `下一步：${what}，最迟 ${when}`,
  nextOverdue: (what: string, when: string) => `下一步：${what}，原定 ${when}，已超时，正在催办`,
  steps: {
    verify: '核实',
    accept: '确定承办单位',
    sign: '签收',
    handle: '办好',
    check: '核查',
    rate: '评价',
    repair: '修复',
    material: '补充材料',
    approve: '审批',
    visit: '回访',
    consult: '给意见',
    review: '复核',
    owe: '补齐材料',
  },
} as const;

interface Similar {
  readonly place: string;
  readonly service: string;
  readonly report: string;
  readonly rating?: string | undefined;
  readonly reworked?: true | undefined;
}
