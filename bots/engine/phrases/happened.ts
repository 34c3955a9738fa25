import type { By } from '../../../shared/domain/case/CaseEvent.ts';

/** What has become of a case, in plain words: for 进度, for pages, and for whoever reads a history. `said` comes with its own colon, or is empty. */
export const happened = {
  opened: (how: { readonly patrol: boolean; readonly hidden?: string | undefined }) =>
    `${how.patrol ? '巡查发现，登记' : '登记'}${how.hidden === undefined ? '' : `（${how.hidden}）`}`,
  hidden: { anonymous: '匿名', confidential: '保密' },
  owed: (names: string) => `先受理，还欠${names}`,
  supplemented: '补充了材料',
  supplied: '补齐了欠的材料',
  corrected: (matter: string) => `事项改为「${matter}」`,
  movedTo: (place: string) => (place === '' ? '地点更正' : `地点改为${place}`),
  verified: '网格员核实属实',
  declined: (said: string) => `不予受理${said}`,
  appealed: (said: string) => `报事人申诉${said}`,
  accepted: '受理',
  unroutable: '正在确定承办单位',
  merged: (number: string) => (number === '' ? '与同一件事的报告并案，一起办' : `并入 ${number}`),
  unmerged: '并案分开，单独办',
  joined: (numbers: string) => (numbers === '' ? '同一件事的报告并进来，一起办' : `并进来：${numbers}`),
  solved: (said: string) => `当场办结${said}`,
  dispatched: (unit: string, assist: string, said: string) =>
    `派给${unit}${assist === '' ? '' : `（协助：${assist}）`}${said}`,
  signed: (unit: string) => `${unit}签收`,
  returned: (unit: string, said: string) => `${unit}退回${said}`,
  transferred: (unit: string, to: string) => `${unit}${to === '' ? '内部转办' : `转给${to}办`}`,
  cohandled: (unit: string, said: string) => `请${unit}一起办${said}`,
  released: (units: string) => `${units}不用再办`,
  begun: (unit: string) => `轮到${unit}办`,
  requests: {
    extend: (unit: string, by: string) => `${unit}申请延期${by}`,
    suspend: (unit: string) => `${unit}申请挂账`,
    return: (unit: string) => `${unit}申请退回`,
  },
  asked: { extend: '延期', suspend: '挂账', return: '退回' },
  approved: (unit: string, what: string) => `同意${unit}${what}`,
  rejected: (unit: string, what: string, said: string) => `没有同意${unit}${what}${said}`,
  requestLapsed: (unit: string, what: string) => `${unit}的${what}到时没有批复，不作数`,
  extended: (when: string) => `时限改到 ${when}`,
  paused: {
    material: (said: string) => `请报事人补充材料，停钟${said}`,
    suspension: (said: string) => `挂账，停钟${said}`,
    consultation: (said: string) => `请专家会商，停钟${said}`,
  },
  resumed: {
    answered: '收到答复，接着办',
    lapsed: '到时没有答复，接着办',
    decided: '有了决定，接着办',
  },
  opined: (name: string, said: string) => `${name === '' ? '专家' : `专家${name}`}给了意见${said}`,
  contained: (unit: string, said: string) => `${unit}报告应急处置完成${said}`,
  done: (unit: string, said: string) => `${unit}报告办结${said}`,
  passed: '核查合格',
  failed: (said: string) => `核查不合格，返工${said}`,
  rated: (grade: string) => `评价：${grade}`,
  visited: (agreed: boolean, said: string) =>
    `回访：${agreed ? '报事人同意就此办结' : '报事人要求再办'}${said}`,
  concluded: (said: string) => `上级决定办结${said}`,
  filed: '归档',
  filedUnrated: '没有收到评价，归档',
  withdrawn: (said: string) => `报事人撤回${said}`,
  left: '一位报事人撤回，其余的接着办',
  urged: (count: number) => `报事人催办（第 ${count} 次）`,
  rang: { urge: '超过时限，催办', yellow: '黄牌提醒', red: '红牌督办', list: '挂牌督办' },
  listed: (unit: string, when: string) => `${unit}挂牌督办，须在 ${when} 前办好`,
  owedAnew: (when: string) => `还欠的材料改为 ${when} 前补交`,
  recomputed: (when: string) => `放假安排公布了，时限改为 ${when}`,
  handedOver: {
    supervisor: '负责的网格员换岗，已由接任者继续办理',
    dispatcher: '负责的派遣员换岗，已由接任者继续办理',
    leader: '负责人换岗，已由接任者继续办理',
    expert: '负责的专家换岗，已由接任者继续办理',
    unit: '承办人员换岗，已由接任者继续办理',
    resident: '已由接任者继续办理',
  },
  handedOverByName: (from: string, to: string) =>
    from === '' || to === '' ? `现在由${to === '' ? '上级' : to}办理` : `${from}交给${to}`,
} as const;

/** In which post somebody did it. */
export const doers = {
  resident: '报事人',
  supervisor: '网格员',
  dispatcher: '派遣员',
  leader: '负责人',
  expert: '专家',
  handler: '承办人员',
  system: '系统（到时自动）',
} as const satisfies Readonly<Record<By['role'], string>>;
