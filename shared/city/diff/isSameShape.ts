import type { Polygon, Ring } from '../../domain/city/City.ts';

/**
 * Whether two shapes cover the same ground with the same corners: where a ring begins, which way it runs and in which order
 * polygons and holes are written mean nothing, and map programs change them at every export.
 */
export const isSameShape = (before: readonly Polygon[], after: readonly Polygon[]): boolean => {
  if (before.length !== after.length) return false;
  return (
    before.every((polygon, i) => isSameText(polygon, after[i])) ||
    isSameSet(before.map(keyOf), after.map(keyOf))
  );
};

/** Number by number: the usual case, of which a city has a hundred thousand. */
const isSameText = (before: Polygon, after: Polygon | undefined): boolean =>
  before.length === after?.length &&
  before.every((ring, i) => {
    const other = after[i] ?? [];
    return (
      ring.length === other.length &&
      ring.every(([lng, lat], at) => lng === other[at]?.[0] && lat === other[at]?.[1])
    );
  });

const isSameSet = (before: readonly string[], after: readonly string[]): boolean =>
  before.toSorted().join() === after.toSorted().join();

const keyOf = ([outer = [], ...holes]: Polygon): string =>
  `${ringKey(outer)} (${holes.map(ringKey).toSorted().join(' ')})`;

/** The ring from its least corner, the lesser way round. */
const ringKey = (ring: Ring): string => {
  const texts = ring.map(([lng, lat]) => `${lng},${lat}`);
  const corners = texts[0] === texts.at(-1) ? texts.slice(0, -1) : texts;
  const [lesser = ''] = [fromLeast(corners), fromLeast(corners.toReversed())].sort();
  return lesser;
};

const fromLeast = (corners: readonly string[]): string => {
  let least = 0;
  for (const [i, corner] of corners.entries()) if (corner < (corners[least] ?? '')) least = i;
  return [...corners.slice(least), ...corners.slice(0, least)].join(';');
};
