import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { FormPlace } from './Form.ts';

/** Most places offered for one name. */
const MOST_PLACES = 4;

/** What people say around a place without describing anything. */
const AROUND =
  /我?(?:这里|这边|们)?有(?:一?[个件]|点)(?:小?事情?|问题|情况)儿?|(?:我?(?:要|想|来)(?:反映|报|说|讲)(?:一?[个件]事?|一下|点事)?)|有事|你好|您好|请问|麻烦|现在|好的|但是|不过|可是|不对|不是|不在|应该|才对|这个地方|那个地方|地方|地址|地点|位置|改成|改为|改到|换成|换到|门口|门前|附近|旁边|边上|对面|路口|这里|那里|这边|那边|我家|[\s\p{P}\p{S}]|在|就|是|那|这|的|里|上|处|呢|吧|啊|到|我们?/gu;

/** Right before a place: it is not there. 「是不是建设路」 asks. */
const NOT_THERE = /(?<!是)(?:不是|不在|没在)(?:在|这个?|那个?)?$/u;

/** Which places a text names as where it is, whether it denies one, and whether it says nothing else. */
export const placeFromText = (
  text: string,
  know: Knowledge,
): { readonly found: readonly FormPlace[]; readonly denied: boolean; readonly onlyPlace: boolean } => {
  const hits = know.findPlaces(text);
  const meant = hits.filter(({ matched }) => !NOT_THERE.test(text.slice(0, text.indexOf(matched))));
  const distinct = meant.filter(
    (hit, index) => meant.findIndex((other) => other.lng === hit.lng && other.lat === hit.lat) === index,
  );
  const rest = hits.reduce(
    (left, { matched }) => (matched === '' ? left : left.replaceAll(matched, '')),
    text,
  );
  return {
    found: distinct.slice(0, MOST_PLACES).map(({ lng, lat, name }) => ({ lng, lat, name })),
    denied: meant.length < hits.length,
    onlyPlace: hits.length > 0 && rest.replace(AROUND, '') === '',
  };
};

/** Whether a text names places, and none of them is this one. */
export const isElsewhere = (text: string, place: FormPlace | undefined, know: Knowledge): boolean => {
  const { found } = placeFromText(text, know);
  const isThis = ({ lng, lat, name }: FormPlace): boolean =>
    name === place?.name || (lng === place?.lng && lat === place.lat);
  return found.length > 0 && !found.some(isThis);
};
