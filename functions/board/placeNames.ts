import type { SpotRing } from './clipRing.ts';
import { stretchesAt } from './stretchesAt.ts';

export interface Named {
  readonly name: string;
  /** What is seen of it. */
  readonly rings: readonly SpotRing[];
}

/** A name in a drawing, by the middle of its box, in its units. */
export interface PlacedName {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

type Stretch = readonly [left: number, right: number];

const OWN_SIZES = [40, 34, 28, 24] as const;
const OTHER_SIZES = [24, 20] as const;
const LONGEST = 10;
/** Lines on which a name is tried, and how much air it has, as a share of its size. */
const LINES = 40;
const AIR = 0.25;
/** A place further from the middle must have so much more room to win. */
const CLEARLY = 1.3;

/**
 * Where the names of shapes stand: each wholly inside its own shape, as large as it fits, so that none lies on another or on a line. What
 * has no room has no name, but for the first: whose map it is, is always said.
 */
export const placeNames = (
  [own, ...others]: readonly [Named, ...Named[]],
  side: number,
): { readonly own: PlacedName | undefined; readonly others: readonly PlacedName[] } => {
  const first = seat(own, OWN_SIZES, side) ?? squeezed(own, side);
  const placed = others.flatMap((other) => {
    const found = seat(other, OTHER_SIZES, side);
    return found && !(first && overlaps(found, first)) ? [found] : [];
  });
  return { own: first, others: placed };
};

const overlaps = (a: PlacedName, b: PlacedName): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.size + b.size) / 2;

/** In the largest size that has room somewhere. */
const seat = (named: Named, sizes: readonly number[], side: number): PlacedName | undefined => {
  const text = shortened(named.name);
  for (const size of sizes) {
    const width = widthOf(text, size);
    const spot = roomiest(named.rings, { width: width + 2 * AIR * size, height: size * (1 + 2 * AIR), side });
    if (spot) return { text, size, width, ...spot };
  }
  return undefined;
};

/** Where there is no room: over the lines, small, in the widest part. */
const squeezed = ({ name, rings }: Named, side: number): PlacedName | undefined => {
  const [text, size] = [shortened(name), OWN_SIZES.at(-1) ?? 0];
  const width = widthOf(text, size);
  const spot = roomiest(rings, { width: 0, height: 0, side });
  const half = Math.min(side, width + size) / 2;
  return spot && { text, size, width, y: spot.y, x: Math.max(half, Math.min(side - half, spot.x)) };
};

interface Room {
  readonly width: number;
  readonly height: number;
  readonly side: number;
}

/** The middle of the widest place for a box in a shape, of about equally wide ones that nearest to the shape's middle. */
const roomiest = (
  rings: readonly SpotRing[],
  { width, height, side }: Room,
): { readonly x: number; readonly y: number } | undefined => {
  const ys = rings.flat().map(([, y]) => Math.max(0, Math.min(side, y)));
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b), side), ys.reduce((a, b) => Math.max(a, b), 0)];
  let best: { readonly x: number; readonly y: number; readonly wide: number } | undefined;
  for (const share of SHARES) {
    const y = Math.round(top + (bottom - top) * share);
    if (y - height / 2 < 0 || y + height / 2 > side) continue;
    const rows = [-1, -0.5, 0, 0.5, 1].map((part) =>
      within(stretchesAt(rings, y + (part * height) / 2), side),
    );
    for (const [left, right] of rows.reduce(meet)) {
      const wide = right - left;
      if (wide < width || wide <= (best ? best.wide * CLEARLY : 0)) continue;
      best = { x: Math.round((left + right) / 2), y, wide };
    }
  }
  return best && { x: best.x, y: best.y };
};

/** The middle first, then outwards. */
const SHARES = Array.from({ length: LINES - 1 }, (_, at) => (at + 1) / LINES).toSorted(
  (a, b) => Math.abs(a - 0.501) - Math.abs(b - 0.501),
);

const within = (stretches: readonly Stretch[], side: number): readonly Stretch[] =>
  meet(stretches, [[0, side]]);

/** What two lines have in common. */
const meet = (some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] =>
  some.flatMap(([left, right]) =>
    others.flatMap(([otherLeft, otherRight]): readonly Stretch[] => {
      const both = [Math.max(left, otherLeft), Math.min(right, otherRight)] as const;
      return both[1] > both[0] ? [both] : [];
    }),
  );

const shortened = (name: string): string => {
  const signs = [...name];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : name;
};

/** Chinese characters are as wide as high, others a little over half. */
const widthOf = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.62 : 1), 0) * size);
