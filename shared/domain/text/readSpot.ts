const SIDE = '[东南西北]{1,2}';
const AMOUNT = '(?:\\d+|[一二两三四五六七八九十百千几半]+)';

/** Doors, floors and rooms; of `12号` only what is no date, no bus and no underground line. */
const UNIT = [
  '\\d{1,3}(?:-\\d{1,4}){1,2}(?!\\d)',
  '(?:负?甲?\\d{1,4}|[a-z])(?:幢|单元|室|号库|号口|号门|号楼|弄|座|层|楼|户|排|期|区|口|门(?![口前外]))',
  '甲?\\d{1,4}(?:-\\d{1,4})?号(?![线车]|停|开始|起|早|晚|[上下中]午|凌晨|那天|以?[前后])',
] as const;
const ROOM = '\\d{3,4}(?:房(?!子))?(?![\\d年月日个人块元户家米路天次])';
const YARD = '大?院(?:子?[里内]|子)?';

/** Where from a place: 斜对面, 门口, 东北角, 往东走50米左右. */
const NEARBY = [
  '[斜正]?对(?:面|过)',
  '(?:大门|侧门|[前后正]门)(?:口|前|外面?)?|门(?:口|前|外面?)',
  '(?:弄堂|巷子?|胡同|桥)[口头]|桥[下上]',
  '旁边?|边上|附近|周边|隔壁|拐角|转角|路口|围墙[边外]?|墙[外边角]',
  '[后前背里外侧](?:面|边|头|侧)|楼[下上顶]|[底下](?:下|面|边)',
  '(?:b\\d层?)?(?:(?:地下)?车库|停车场|地库)|b\\d层?(?![\\da-z])',
  `${SIDE}(?:边|面|侧|头|段|角|门|口|方向)(?:外面?)?`,
  `(?:[往向朝]${SIDE}(?:边|面|方向)?[走去]?|${SIDE}(?:边|面|方向)?)?(?:大约|约|大概|差不多)?${AMOUNT}米(?:左右|处|远|的地方)*`,
  `[往向朝]${SIDE}(?:边|面|方向)?(?!第)`,
] as const;

const UNITS = `(?:${UNIT.join('|')})`;
const NEAR = `(?:${NEARBY.join('|')})`;
const SPOT = new RegExp(
  `^(?:(?:(?:里面?|内)?的?|[,，、](?!甲?\\d+(?:-\\d+)?号))${UNITS})?(?:的?${YARD})?(?:的?${UNITS})*(?:${ROOM})?(?:的?${NEAR})*`,
  'u',
);
const HAS_NEAR = new RegExp(`${NEAR}$`, 'u');
/** A building of a compound: with it the place may be known more exactly. */
const BUILDING = /^(?:里面?|内)?(?:的|[,，、])?(\d{1,3}幢)/u;

export interface Spot {
  /** How much of the text it takes. */
  readonly length: number;
  /** The building it begins with, as it is indexed (`3幢`), and how much of the text that takes. */
  readonly building?: { readonly name: string; readonly length: number };
  /** It ends in where from the place, not in a door: what follows with 的 is something else. */
  readonly nearby: boolean;
}

/** What is said right behind a place about where there: 3幢2单元501, 对面, 往东50米. `rest`: the text behind the place's name, as `placeText` makes it. */
export const readSpot = (rest: string): Spot => {
  const said = SPOT.exec(rest)?.[0] ?? '';
  const [whole, name] = BUILDING.exec(said) ?? [];
  return {
    length: said.length,
    ...(whole !== undefined && name !== undefined ? { building: { name, length: whole.length } } : {}),
    nearby: HAS_NEAR.test(said),
  };
};
