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
  roles: { supervisor: '网格员', dispatcher: '派遣员', resident: '报事人', unit: '承办单位' },
  urgent: '【紧急】',
  andMore: '等',
  late: '已超时',
  today: '今天',
  tomorrow: '明天',
  before: (when: string) => `${when}前`,
  task: {
    verify: '请核实',
    sign: '请签收',
    finish: '请办理',
    rework: '核查不合格，请返工',
    check: '请核查',
    dispatch: '没有找到承办单位，请派遣',
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
  report: (words: string) => `处理结果：${words}`,
  reason: (words: string) => `原因：${words}`,
  failReason: (words: string) => `不合格原因：${words}`,

  corrected: (f: { number: string; matter: string; was: string; finish?: string }) =>
    `网格员核实后，把您报的「${f.was}」改为「${f.matter}」。${f.finish === undefined ? '' : `\n时限也随之改变，最迟办好：${f.finish}。`}\n受理编号：${f.number}`,
  accepted: (f: { number: string; service: string; unit?: string }) =>
    `您报的「${f.service}」已经受理${f.unit === undefined ? '，正在确定承办单位' : `，由${f.unit}办理`}。\n受理编号：${f.number}`,
  declined: (f: { number: string; service: string; words?: string }) =>
    `很抱歉，您报的「${f.service}」没有受理。\n${f.words === undefined ? '' : `原因：${f.words}\n`}受理编号：${f.number}\n有疑问请回复「人工」。`,
  result: (f: { number: string; service: string; place: string; unit?: string; words?: string }) =>
    `您报的「${f.service}」办好了。\n地点：${f.place}${f.unit === undefined ? '' : `\n办理单位：${f.unit}`}${f.words === undefined ? '' : `\n处理结果：${f.words}`}\n受理编号：${f.number}\n请您评价，后面可以接着写意见，例如：A 修得很快。`,
  reworking: (f: { number: string; service: string; unit?: string; words?: string }) =>
    `您报的「${f.service}」经核查还没办好，已退回${f.unit ?? '承办单位'}重新办理。${f.words === undefined ? '' : `\n原因：${f.words}`}\n受理编号：${f.number}`,
  filedUnrated: (f: { number: string; service: string }) =>
    `您报的「${f.service}」到期没有收到评价，已按「未评价」归档。\n受理编号：${f.number}\n问题还在的话，请直接再报一次。`,
  rateReminder: (f: { number: string; service: string; place: string; due?: string }) =>
    `您报的「${f.service}」（${f.place}）还没有评价${f.due === undefined ? '' : `，${f.due}前都可以评`}。\n受理编号：${f.number}`,
  supplemented: (f: { number: string; place: string; words?: string; photos: number }) =>
    `报事人补充了材料。\n编号：${f.number}\n地点：${f.place}${f.words === undefined ? '' : `\n补充：${f.words}`}${f.photos === 0 ? '' : `\n照片：${f.photos} 张`}`,
  reminder: (f: Clocked) => `提醒：${f.stage}快到时限了。\n${clocked(f)}`,
  overdue: (f: Clocked) => `超时：${f.stage}已经超过时限。\n${clocked(f)}`,
  urge: (f: Clocked & { count: number }) =>
    `催办（第 ${f.count} 次）：${f.stage}已经超过时限，请尽快办理。\n${clocked(f)}`,

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
  },
  happened: {
    opened: '登记',
    supplemented: '补充了材料',
    corrected: (matter: string) => `事项改为「${matter}」`,
    verified: '网格员核实属实',
    declined: (reason: string) => `不予受理：${reason}`,
    accepted: '受理',
    unroutable: '正在确定承办单位',
    dispatched: (unit: string, assist: string) => `派给${unit}${assist === '' ? '' : `（协助：${assist}）`}`,
    signed: (unit: string) => `${unit}签收`,
    done: (unit: string, report: string) => `${unit}报告办结：${report}`,
    passed: '核查合格',
    failed: (reason: string) => `核查不合格，返工：${reason}`,
    rated: (grade: string) => `评价：${grade}`,
    filed: '归档',
    filedUnrated: '没有收到评价，归档',
    overdue: '超过时限',
    handedOver: {
      supervisor: '负责的网格员换岗，已由接任者继续办理',
      dispatcher: '负责的派遣员换岗，已由接任者继续办理',
      unit: '承办人员换岗，已由接任者继续办理',
      resident: '已由接任者继续办理',
    },
    handedOverByName: (from: string, to: string) =>
      from === '' || to === '' ? `现在由${to === '' ? '上级' : to}办理` : `${from}交给${to}`,
    urged: (count: number) => `催办第 ${count} 次`,
  },
} as const;

interface Clocked {
  readonly number: string;
  readonly service: string;
  readonly place: string;
  readonly stage: string;
  readonly due?: string;
}

const clocked = (f: Clocked): string =>
  `编号：${f.number}\n事项：${f.service}\n地点：${f.place}${f.due === undefined ? '' : `\n时限：${f.due}`}`;
