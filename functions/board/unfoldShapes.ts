import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';

/** lng, lat, lng, lat… in degrees; the last corner is the first again. */
export type FlatRing = Float64Array;

export interface Shapes {
  readonly of: (code: string) => readonly FlatRing[];
  /** Corners of everything that was asked for until now, each time that it was. */
  readonly corners: () => number;
}

/** Shapes of leaves for one page, each unpacked once: where cells lie side by side, each is on the drawings of its neighbours, too. */
export const unfoldShapes = (know: Pick<Knowledge, 'shapeOf'>): Shapes => {
  const unfolded = new Map<string, readonly FlatRing[]>();
  let corners = 0;
  return {
    of: (code) => {
      const rings = unfolded.get(code) ?? unfold(know, code);
      unfolded.set(code, rings);
      for (const ring of rings) corners += ring.length / 2;
      return rings;
    },
    corners: () => corners,
  };
};

const unfold = (know: Pick<Knowledge, 'shapeOf'>, code: string): readonly FlatRing[] =>
  know
    .shapeOf(code)
    .flat()
    .map((ring) => {
      const flat = new Float64Array(2 * ring.length);
      for (const [at, [lng, lat]] of ring.entries()) {
        flat[2 * at] = lng;
        flat[2 * at + 1] = lat;
      }
      return flat;
    });
