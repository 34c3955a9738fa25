/** 值守: what superiors read of what was still lying there when a working day was over. */
export const duty = {
  today: '今天',
  yesterday: '昨天',
  unsigned: (day: string, who: string) => `${day}下班时还没签收：${who}。`,
  unconfirmed: (day: string, who: string) => `${day}下班时还没核实：${who}。`,
  roles: { unit: '', supervisor: '网格员', leader: '负责人' },
  line: (f: { who: string; count: number; oldest: string }) => `${f.who} ${f.count} 件（最早 ${f.oldest}）`,
  moreUnits: (count: number) => `等 ${count} 个单位`,
  morePeople: (count: number) => `等 ${count} 人`,
  numbers: (numbers: string, more: boolean) => `编号：${numbers}${more ? ' 等' : ''}`,
  please: '请您催一催。',
} as const;
