import type { Polygon } from '../../shared/domain/city/City.ts';

/** In pixels of the map. */
export interface PixelShape {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where its name belongs. */
  readonly middle: { readonly x: number; readonly y: number };
  /** Path data, from the shape's own corner. */
  readonly path: string;
}

type Pixel = readonly [x: number, y: number];

/** Degrees laid flat on a rectangle of pixels, everything given at the start inside it, north up, in true proportions. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #west: number;
  readonly #north: number;
  /** Pixels a degree. */
  readonly #scale: { readonly x: number; readonly y: number };

  constructor(
    shapes: readonly (readonly Polygon[])[],
    most: { readonly width: number; readonly height: number },
  ) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lng, lat] of shapes.flat(3)) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180) || 1;
    const across = Math.max(east - west, 1e-7) * squeeze;
    const tall = Math.max(north - south, 1e-7);
    const scale = Math.min(most.width / across, most.height / tall);
    this.#west = west;
    this.#north = north;
    this.#scale = { x: scale * squeeze, y: scale };
    this.width = Math.max(1, Math.ceil(across * scale));
    this.height = Math.max(1, Math.ceil(tall * scale));
  }

  /** On whole pixels, without the points that fall on one or on a line: neighbours keep the same border. Never nothing. */
  draw(polygons: readonly Polygon[]): PixelShape | undefined {
    const rings = polygons.flat().map((ring) => ring.map((at) => this.#pixel(at)));
    const spots = rings.flat();
    const [first] = spots;
    if (!first) return undefined;
    const box = boxOf(spots);
    const thin = rings.map(withoutSpare).filter((ring) => ring.length > 2);
    const width = Math.max(2, box.right - box.left);
    const height = Math.max(2, box.bottom - box.top);
    const path =
      thin.length > 0
        ? thin.map((ring) => ringPath(ring, [box.left, box.top])).join('')
        : `M0 0h${width}v${height}h-${width}z`;
    const middle = middleOf(thin) ?? { x: box.left + width / 2, y: box.top + height / 2 };
    return { left: box.left, top: box.top, width, height, middle, path };
  }

  #pixel([lng, lat]: readonly [number, number]): Pixel {
    return [Math.round((lng - this.#west) * this.#scale.x), Math.round((this.#north - lat) * this.#scale.y)];
  }
}

/** The centre of the largest ring's area. */
const middleOf = (rings: readonly (readonly Pixel[])[]): PixelShape['middle'] | undefined => {
  let [largest, middle] = [0, undefined as PixelShape['middle'] | undefined];
  for (const ring of rings) {
    let [twice, x, y] = [0, 0, 0];
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      const cross = ax * by - bx * ay;
      twice += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(twice) <= largest) continue;
    largest = Math.abs(twice);
    middle = { x: Math.round(x / (3 * twice)), y: Math.round(y / (3 * twice)) };
  }
  return middle;
};

const boxOf = (spots: readonly Pixel[]) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of spots) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
};

/** Without repeated corners and those on the line between their neighbours; the last corner, which is the first again, goes too. */
const withoutSpare = (ring: readonly Pixel[]): readonly Pixel[] => {
  const kept: Pixel[] = [];
  for (const spot of ring) {
    while (kept.length > 1 && isBetween(kept[kept.length - 2] as Pixel, kept[kept.length - 1] as Pixel, spot))
      kept.pop();
    const last = kept.at(-1);
    if (!last || last[0] !== spot[0] || last[1] !== spot[1]) kept.push(spot);
  }
  const [first] = kept;
  const last = kept.at(-1);
  if (kept.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
};

const isBetween = ([ax, ay]: Pixel, [bx, by]: Pixel, [cx, cy]: Pixel): boolean =>
  (bx - ax) * (cy - ay) === (by - ay) * (cx - ax);

const ringPath = ([first, ...rest]: readonly Pixel[], [left, top]: Pixel): string => {
  let [x, y] = first ?? [left, top];
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${(first?.[0] ?? left) - left} ${(first?.[1] ?? top) - top}l${steps.join(' ')}z`.replaceAll(
    ' -',
    '-',
  );
};
