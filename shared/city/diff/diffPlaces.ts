import type { Place } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = { aliases: '别名', area: '所在网格', kind: '类别' };

/** Several places may have one name: they are told apart by where they are. */
export const diffPlaces = (before: readonly Place[], after: readonly Place[]): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [
    (place) =>
      [place.name, point(place), place.area, place.kind, place.aliases.toSorted().join('|')].join(' '),
    (place) => `${place.name} ${point(place)}`,
    (place) => `${place.name} ${place.area}`,
    (place) => place.name,
    // Nothing else is at the same point of the same kind: it was given another name.
    (place) => `${point(place)} ${place.kind}`,
  ]);
  const say = (kind: Change['kind'], { name }: Place, text: string): Change => ({
    part: 'places',
    kind,
    code: name,
    text: `${name}：${text}`,
  });
  return [
    ...gone.map((place) => say('removed', place, `删去（${place.area}）`)),
    ...came.map((place) => say('added', place, `新增（${place.area}，${point(place)}）`)),
    ...both.flatMap(([old, place]) => [
      ...(old.name === place.name ? [] : [say('renamed', place, `改名，原名 ${old.name}`)]),
      ...(point(old) === point(place) ? [] : [say('moved', place, `坐标 ${point(old)} → ${point(place)}`)]),
      ...changedFields(old, place, { skip: ['name', 'lng', 'lat'] }).map(({ key, text }) =>
        say('changed', place, `${LABELS[key] ?? key} ${text}`),
      ),
    ]),
  ];
};

const point = ({ lng, lat }: Place): string => `${lng},${lat}`;
