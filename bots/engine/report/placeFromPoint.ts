import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { FormPlace } from './Form.ts';

/** A point as a channel gives it. Exactly 0,0 is how some channels say that they do not know. */
export interface Tapped {
  readonly lng: number;
  readonly lat: number;
  readonly name?: string | undefined;
}

/** A tapped point as a place of the city. A nameless one is called by its community and grid. */
export const placeFromPoint = ({ lng, lat, name }: Tapped, know: Knowledge): FormPlace | 'unknown' | 'outside' => {
  if (!isPoint(lng, lat)) return 'unknown';
  const leaf = know.locate({ lng, lat });
  if (!leaf) return 'outside';
  const [grid, community] = know.lineage(leaf.code);
  const given = name?.replace(/\s+/gu, ' ').trim().slice(0, 60);
  const derived = !community || grid?.name.includes(community.name) ? leaf.name : `${community.name}${leaf.name}`;
  return { lng, lat, name: given ? given : derived, tapped: true };
};

const isPoint = (lng: number, lat: number): boolean =>
  Number.isFinite(lng) &&
  Number.isFinite(lat) &&
  !(lng === 0 && lat === 0) &&
  Math.abs(lng) <= 180 &&
  Math.abs(lat) <= 90;
