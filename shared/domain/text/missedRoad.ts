import type { NearPlace, PlaceMiss } from '../city/Knowledge.ts';
import { namesFrom } from './findNames.ts';
import { isDenied } from './isDenied.ts';
import { CLAUSES, tellsMatter } from './matterText.ts';
import type { NameRange, PlaceIndex } from './PlaceIndex.ts';
import { placeBounds } from './placeBounds.ts';
import { originOf, type PlaceText } from './placeText.ts';

const SIGN = /[路街道巷弄]/gu;
/** 南街 alone may be the end of any word. */
const SHORTEST_ROAD = 3;
const LONGEST_ROAD = 10;
/** Whoever names more roads tells a story. */
const MOST_SIGNS = 20;
/** Names along one road that are looked at, and places that are given. */
const MOST_NAMES = 5_000;
const MOST_NEAR = 200;
const NUMBER = /^[甲乙丙丁]?\d{1,5}(?:-\d{1,4})?(?:号|弄)$/u;
const CROSSING = /^.{1,9}[路街道巷]口$/u;
const AT_CROSSING = /^口(?!腔)/u;
/** 新建设路 and 东建设路 are other roads. */
const OTHER_ROAD = /[新老大小东西南北]$/u;
/** 建设路和人民路路口, which nobody knows, is a crossing and no road. */
const CROSSED_BEFORE = /[路街道巷]和?$/u;
const CROSSED_BEHIND = /^和?[^的,，。;；!！?？]{1,8}?[路街道巷]口/u;
/** 建设路灯坏了 may well be about building a lamp; 建设路4008001234 is no door. */
const UNSURE_BEHIND = /^(?:[灯面牌障]|\d{4})/u;
/** 建设路一巷 and 建设路支路 are other roads, too; of 建设路路灯 and 建设路街边 only the first sign is a road. */
const LONGER_ROAD =
  /^(?:\d{1,3}|[东南西北中]|[支前后小老新]|步行)?(?:路(?![灯面边口上牌标障基人段中])|街(?![边面上头口])|[巷弄](?![口子里堂]))/u;
/** 建设路小学, 建设路第二小学, 便民药店建设路店: the name of something that may stand elsewhere. 建设路12路公交站 and 建设路3号线 are none of its doors. */
const LONGER_NAME =
  /^(?:[^的上边旁里在有,，。;；!！?？]{0,4}(?:[小中大]学|学校|校区|幼儿园|医院|卫生[院室站]|派出所|街道|社区|居委|菜市?场|市场|超市|商场|[支分]行|银行|公厕|厕所|公园|广场|小区|新村|花园|大厦|大桥|车站|公交站|地铁站|加油站|停车场|邮局|营业厅)|分?店(?![铺面外门])|站|\d{1,3}号?线)/u;
const EXCEPTED = /除了?$/u;

interface Road {
  readonly start: number;
  readonly end: number;
  readonly names: NameRange;
}

/** A road without a number, along which places are known: it is long, and nobody should be sent to the wrong end of it. */
export const missedRoad = (index: PlaceIndex, text: PlaceText, said: string): PlaceMiss | undefined => {
  const roads = roadsIn(index, text.text).map((road) => {
    const atCrossing = AT_CROSSING.test(text.text.slice(road.end, road.end + 2));
    const { at, words } = originOf(text, said, road.start, road.end + Number(atCrossing));
    return { at, road, atCrossing, words: words.replace(/\s+/gu, '') };
  });
  const meant = roads.find(({ at }) => !isDenied(said, at) && tellsWhere(said, at));
  if (meant) {
    const owners = ownersOn(index, meant.road, meant.atCrossing);
    return { kind: 'road', said: meant.words, near: alongIt(index, owners) };
  }
  const denied = roads.find(({ at }) => isDenied(said, at));
  return denied && { kind: 'road', said: denied.words, near: [], denied: true };
};

/** 「建设路没问题」「除了建设路」 tell where it is not; 「建设路上没有路灯」 tells where. */
const tellsWhere = (said: string, at: number): boolean => {
  const before = said.slice(0, at).split(CLAUSES).at(-1) ?? '';
  const after = said.slice(at).split(CLAUSES)[0] ?? '';
  return tellsMatter(`${before}${after}`) && !EXCEPTED.test(before);
};

/** The roads that stand in a text by themselves, in their order. */
const roadsIn = (index: PlaceIndex, text: string): readonly Road[] => {
  const fits = placeBounds(text);
  const ends = [...text.matchAll(SIGN)].slice(0, MOST_SIGNS).map((sign) => sign.index + 1);
  const all = ends.flatMap((end) => roadBefore(index, text, end) ?? []);
  return all.filter(
    (road) =>
      !all.some((other) => other !== road && other.start <= road.start && road.end <= other.end) &&
      fits(road.start, road.end) &&
      !OTHER_ROAD.test(text.slice(0, road.start)) &&
      !isPart(text, road),
  );
};

const isPart = (text: string, { start, end }: Road): boolean => {
  const after = text.slice(end, end + 14);
  return (
    [LONGER_ROAD, LONGER_NAME, CROSSED_BEHIND, UNSURE_BEHIND].some((longer) => longer.test(after)) ||
    (AT_CROSSING.test(after) && CROSSED_BEFORE.test(text.slice(0, start)))
  );
};

/** The longest name that ends there and along which numbers or crossings are known. */
const roadBefore = (index: PlaceIndex, text: string, end: number): Road | undefined => {
  for (let length = Math.min(LONGEST_ROAD, end); length >= SHORTEST_ROAD; length--) {
    const names = namesFrom(index, text.slice(end - length, end));
    if (namesAlong(index, { names, length }).next().value) return { start: end - length, end, names };
  }
  return undefined;
};

interface Named {
  readonly names: NameRange;
  readonly length: number;
}

/** The numbers and crossings among names that begin with a road. */
function* namesAlong(index: PlaceIndex, { names: { low, high }, length }: Named) {
  for (let name = low; name < Math.min(high, low + MOST_NAMES); name++) {
    const rest = index.nameAt(name).slice(length);
    const crossing = CROSSING.test(rest);
    if (crossing || NUMBER.test(rest)) yield { owner: index.ownerOf(name), crossing };
  }
}

/** The places along a road; where a crossing was said and any is known only those. */
const ownersOn = (index: PlaceIndex, { start, end, names }: Road, atCrossing: boolean): readonly number[] => {
  const all = [...namesAlong(index, { names, length: end - start })];
  const crossings = all.filter(({ crossing }) => crossing);
  return [...new Set((atCrossing && crossings.length > 0 ? crossings : all).map(({ owner }) => owner))];
};

/** From one end of the road to the other: by whichever of length and breadth is greater. */
const alongIt = (index: PlaceIndex, owners: readonly number[]): readonly NearPlace[] => {
  const places = owners.map((owner) => ({ ...index.place(owner), apart: 0 }));
  const spread = (of: (place: NearPlace) => number): number => {
    const values = places.map(of);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  const lat = places[0]?.lat ?? 0;
  const eastward = spread((one) => one.lng) * Math.cos((lat * Math.PI) / 180) >= spread((one) => one.lat);
  const along = eastward
    ? (a: NearPlace, b: NearPlace) => a.lng - b.lng
    : (a: NearPlace, b: NearPlace) => a.lat - b.lat;
  return places.sort(along).slice(0, MOST_NEAR);
};
