import type { Knowledge, PlaceHit, PlaceMiss } from '../../../shared/domain/city/Knowledge.ts';
import { areaApart, nameApart } from './areaApart.ts';
import type { FormPlace, OfferedPlace } from './Form.ts';
import { nearestFirst, type Whereabouts } from './nearestFirst.ts';
import { withoutPlaces } from './withoutPlaces.ts';

/** Most places offered at once. */
export const MOST_PLACES = 4;

/** What people say around a place without describing anything. */
const AROUND =
  /我?(?:这里|这边|们)?有(?:一?[个件]|点)(?:小?事情?|问题|情况)儿?|(?:我?(?:要|想|来)(?:反映|报|说|讲)(?:一?[个件]事?|一下|点事?)?)|有事|你好|您好|请问|麻烦|现在|好的|但是|不过|可是|不对|不是|不在|应该|才对|这个地方|那个地方|地方|地址|地点|位置|改成|改为|改到|换成|换到|门口|门前|附近|旁边|边上|对面|路口|这里|那里|这边|那边|我家|[\s\p{P}\p{S}]|在|就|是|那|这|的|里|上|处|呢|吧|啊|到|我们?/gu;
/** 「不是解放路，是人民路」 says only where it is. */
const DENIED_ROAD = /不[是在]在?[\u4e00-\u9fff]{1,6}[路街道巷弄]/gu;
/** What stands before the city's own areas in a full address. */
const PROVINCE = /^[\s\p{P}]*(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?市)?/u;

interface Said {
  readonly found: readonly OfferedPlace[];
  /** A place is named as where it is not. */
  readonly denied: boolean;
  /** What is said as if it were a place, when none is named. */
  readonly missed?: PlaceMiss;
  /** Nothing else is said. */
  readonly onlyPlace: boolean;
}

/** Which places a text names as where it is. `here`: where the person is known to be. */
export const placeFromText = (text: string, know: Knowledge, here?: Whereabouts): Said => {
  const hits = know.findPlaces(text);
  const meant = hits.filter(({ denied }) => !denied);
  const distinct = meant.filter(
    (hit, index) => meant.findIndex((other) => other.lng === hit.lng && other.lat === hit.lat) === index,
  );
  const missed = hits.length === 0 ? know.missPlace(text) : undefined;
  const rest = missed ? text.replace(missed.said, '').replace(DENIED_ROAD, '') : withoutPlaces(text, hits);
  return {
    found: nearestFirst(inNamedArea(distinct, rest, know), here, know)
      .slice(0, MOST_PLACES)
      .map((hit) => offered(hit, know)),
    denied: meant.length < hits.length || missed?.denied === true,
    ...(missed && !missed.denied ? { missed } : {}),
    onlyPlace:
      (hits.length > 0 || missed !== undefined) && withoutAreas(rest, hits, know).replace(AROUND, '') === '',
  };
};

const offered = (hit: PlaceHit & { readonly metres?: number }, know: Knowledge): OfferedPlace => {
  const { lng, lat, name, metres } = hit;
  const shown = nameApart(hit, know);
  const area = areaApart(name, hit, know);
  return {
    lng,
    lat,
    name: shown,
    ...(shown === name ? {} : { called: name }),
    ...(area === undefined ? {} : { area }),
    ...(metres === undefined ? {} : { metres: Math.round(metres) }),
  };
};

/** 示例区建设路街道 before 建设路12号 says nothing of the matter. */
const withoutAreas = (rest: string, hits: readonly PlaceHit[], know: Knowledge): string => {
  const names = hits.flatMap((hit) => know.lineage(know.locate(hit)?.code ?? '').map(({ name }) => name));
  const named = names.filter((name) => rest.includes(name));
  if (named.length === 0) return rest;
  const bare = named.reduce((left, name) => left.replaceAll(name, ''), rest);
  return bare.replace(PROVINCE, '');
};

/** Of places with one name those in an area that is named with it: 向阳社区的幸福超市. */
const inNamedArea = (hits: readonly PlaceHit[], rest: string, know: Knowledge): readonly PlaceHit[] => {
  const isNamed = (hit: PlaceHit): boolean =>
    know.lineage(know.locate(hit)?.code ?? '').some(({ name }) => rest.includes(name));
  return hits.filter((hit) => {
    const rivals = hits.filter(({ at }) => at === hit.at);
    return rivals.length === 1 || isNamed(hit) || !rivals.some(isNamed);
  });
};

/** Whether a text names places, and none of them is this one. */
export const isElsewhere = (text: string, place: FormPlace | undefined, know: Knowledge): boolean => {
  const meant = know.findPlaces(text).filter(({ denied }) => !denied);
  const isThis = (hit: PlaceHit): boolean =>
    (hit.lng === place?.lng && hit.lat === place.lat) ||
    [hit.name, `${hit.name}${hit.spot}`, nameApart(hit, know)].some((name) => name === place?.name);
  return meant.length > 0 && !meant.some(isThis);
};
