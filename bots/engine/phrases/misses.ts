/** What is always said to do next when a place is not known. */
const HOW = '点“位置”在地图上点一下，或者说路名门牌、小区名。';
const NONE = '都不是的话，请点“位置”在地图上点一下。';

/**
 * What is asked when something of a report is missing or was not understood. One way everywhere: what was understood, what was not, and
 * what to do next. Leads carry their own line end, or go on in the same line.
 */
export const misses = {
  matter: (service: string) => `这是「${service}」。`,
  gotPlace: (name: string) => `位置收到了：${name}。\n`,

  askPlace: `请告诉我在哪里：${HOW}`,
  askPlaceAgain: `请${HOW}`,
  notFound: (said: string) => `没找到${said}。\n`,
  thePlace: '您说的地方',
  elsewhereOn: (road: string) => `${road}上别的地方`,
  nearNumber: (said: string) => `没找到${said}。是在下面哪个门牌附近？${NONE}`,
  nearSpelling: (said: string) => `没找到${said}。是不是下面这里？${NONE}`,
  alongRoad: (said: string) => `您说的是${said}，还不知道具体在哪里。离下面哪一处最近？${NONE}`,
  whichPlace: `是下面哪一处？${NONE}`,
  noneOfThese: '都不是',
  none: '好的，都不是。\n',
  near: (name: string) => `${name}附近`,
  nearFor: (said: string, name: string) => `${said}（${name}附近）`,
  inArea: (area: string, name: string) => `${area}${name}`,
  numbersApart: (apart: number) => (apart === 0 ? '同号' : `差 ${apart} 号`),
  metresAway: (metres: number) =>
    metres < 1_000
      ? `离您约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`
      : `离您约 ${(metres / 1_000).toFixed(1)} 公里`,
  noPoint: '没有收到准确的位置。\n',
  outside: (city: string) => `这个位置不在${city}范围内，我们管不到。\n`,
  changesPlace: '现在改的是地点。\n',

  rightHere: (cell: string) => `就在这里（${cell}）`,
  askSpot: (cell: string) =>
    `在${cell}的哪里？请说楼号、门牌，或者旁边有什么；也可以点“位置”在地图上点一下。`,
  wholeCell: (cell: string) => `说不清，先按${cell}报`,
  spotIn: (cell: string, spot: string) => `${cell}（${spot}）`,

  askMatter: '请说说是什么事。',
  noMatter: '还没听明白是什么事。请换个说法，例如：路灯不亮、垃圾没人收。',
  noMatterAgain: '还是没听明白，抱歉。请再换个说法，或者让人工帮您。',
  notThatMatter: '没听明白是什么事。\n',
  offerMatters: '您说的是下面哪一种？',
} as const;
