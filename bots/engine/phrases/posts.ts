import { roleNames } from '../../../shared/domain/city/roleNames.ts';

/** Every sentence about who answers for a post: leave of absence (请假、销假) and hand-over (交接). Staff read them. */
export const posts = {
  roles: roleNames,
  post: (f: { role: string; area: string; unit?: string | undefined }) =>
    f.unit === undefined ? `${f.area}的${f.role}` : `${f.area}、${f.unit}的${f.role}`,

  days: {
    one: (day: string) => day,
    span: (from: string, to: string) => `${from}至${to}`,
    open: (from: string) => `${from}起，到销假为止`,
  },
  askDays: '请哪几天假？例如：明天；10月1日到10月7日；从明天开始3天。不请了请回复「取消」。',
  askStart: (count: number) => `${count} 天，从哪天开始？例如：明天；10月1日。不请了请回复「取消」。`,
  noSuchDay: (said: string) => `没有「${said}」这一天。\n`,
  daysMissed: '没看懂是哪几天。\n',
  confirmLeave: (days: string, standIns: string) =>
    `您请假：${days}，由${standIns}代理。确认？\n这几天新来的和在办的事都转给代理人；您仍然看得到，也可以办。`,
  confirm: '确认',
  otherDays: '改日期',
  noLeave: '不请了',
  chooseOne: '请选一项。\n',
  dropped: '好的，没有请假。',
  filed: (days: string, standIns: string) =>
    `已登记请假：${days}，由${standIns}代理，会告诉代理人。\n提前回来请回复「销假」。`,
  back: (days: string) => `已销假（${days}）。从现在起，您岗位上的事由您办理。回复「待办」看要办的事。`,
  hint: '没有办请假。自己要请假，请说「请假」和日期，例如：请假 10月1日到10月7日；别人请假，要本人来说，或请管理员登记。回来了请回复「销假」。',

  refused: {
    unknownPerson: '台账里没有您的岗位，不用在这里请假。',
    nobodyStandsIn: (name: string) =>
      `没有登记：这几天${name}的岗位找不到代理人，台账里的代理人和上级都不在或没有写。请换几天，或请管理员先补上代理人。`,
    datesPast: '没有登记：日期已经过去了，请从今天或以后开始。\n',
    datesReversed: '没有登记：结束日期在开始日期前面，请重新说一遍，例如：10月1日到10月7日。\n',
    notAway: '您现在没有登记请假，不用销假。',
  },

  /** To whoever is away, when somebody else asked for it. */
  toldAway: {
    filed: (days: string, standIns: string) =>
      `已为您登记请假：${days}，由${standIns}代理。提前回来请回复「销假」。`,
    ended: (days: string) => `已为您销假（${days}）。您岗位上的事由您办理，回复「待办」看要办的事。`,
  },
  toldStandIn: {
    filed: (name: string, days: string) =>
      `${name}请假：${days}。这几天${name}岗位上的事请您代理，有事会通知您，回复「待办」查看。`,
    ended: (name: string, days: string) => `${name}已销假（原定${days}），您不用再代理。`,
  },
  handedOver: {
    gets: {
      ledger: (f: HandedOver) =>
        `岗位交接：${f.posts}${f.people === '' ? '' : `原由${f.people}负责，`}现在由您负责。${cases(f, '在办的事由您继续办理')}\n回复「待办」查看。`,
      leave: (f: HandedOver) =>
        `代理：${f.people}不在岗期间，${f.posts}由您代理。${cases(f, '在办的事由您办理')}\n回复「待办」查看。`,
      return: (f: HandedOver) =>
        `${f.posts}的事现在由您办理（此前由${f.people}代理）。${cases(f, '在办的事请您继续')}\n回复「待办」查看。`,
    },
    gives: {
      ledger: (f: HandedOver) =>
        `岗位交接：${f.posts}现在由${f.people === '' ? '上级' : f.people}负责。${cases(f, '在办的事已经交出，您不用再办')}`,
      leave: (f: HandedOver) =>
        `您不在岗期间，${f.posts}由${f.people}代理。${cases(f, '在办的事已经转给代理人，您仍然可以办')}`,
      return: (f: HandedOver) =>
        `代理结束：${f.posts}的事现在由${f.people}办理。${cases(f, '在办的事已经交回')}`,
    },
  },
  more: '等',
  morePosts: (count: number) => `等 ${count} 个岗位`,
} as const;

interface HandedOver {
  readonly posts: string;
  readonly people: string;
  readonly count: number;
  readonly numbers: string;
}

const cases = ({ count, numbers }: HandedOver, what: string): string =>
  count === 0 ? '目前没有在办的事。' : `${count} 件${what}：${numbers}。`;
