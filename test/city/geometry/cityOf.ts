import type { Draft } from '../../../shared/city/check/Draft.ts';
import type { Area, Polygon } from '../../../shared/domain/city/City.ts';

/** What a check is given of a city that has nothing but a root, which may be drawn, and leaves. */
export const cityOf = (leaves: readonly (readonly Polygon[])[], root?: readonly Polygon[]): Draft => ({
  city: {
    areas: [
      { code: '990101', name: '城', level: 'county', ...(root ? { polygons: root } : {}) },
      ...leaves.map(
        (polygons, i): Area => ({
          code: `990101${String(i).padStart(9, '0')}`,
          name: '格',
          level: 'grid',
          parent: '990101',
          polygons,
        }),
      ),
    ],
  },
  unreadable: new Set(),
  partial: new Set(),
  today: '2026-09-28',
});
