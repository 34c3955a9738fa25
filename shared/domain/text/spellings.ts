import type { Place } from '../city/City.ts';
import { placeName } from './placeText.ts';

const CROSSING = /^(.{1,8}?[路街道巷])(和?)(.{1,8}?[路街道巷])口$/u;

/**
 * The ways to name a crossing: either road first, with 和 or without, and both roads with nothing behind them. Road names may themselves
 * begin with 和 (和平路).
 */
const crossingNames = (name: string): readonly string[] => {
  const [, one, and, other] = CROSSING.exec(name) ?? [];
  if (one === undefined || other === undefined) return [];
  const pairs =
    and === ''
      ? [[one, other]]
      : [
          [one, other],
          [one, `${and}${other}`],
        ];
  return pairs.flatMap(([a, b]) => [
    `${a}${b}口`,
    `${b}${a}口`,
    `${a}和${b}口`,
    `${b}和${a}口`,
    `${a}${b}`,
    `${b}${a}`,
  ]);
};

/** All that a place is called, as it is indexed. A single character names nothing. */
export const spellings = (place: Pick<Place, 'name' | 'aliases'>): ReadonlySet<string> => {
  const names = [place.name, ...place.aliases].map(placeName);
  return new Set(names.flatMap((name) => [name, ...crossingNames(name)]).filter((name) => name.length > 1));
};
