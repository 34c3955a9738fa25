import type { AreasAnswer } from '../../../../shared/contracts/web.ts';
import { type Box, CityShape, type Leaf, type Spot } from './CityShape.ts';

/** A part of the city in more detail than the whole has. */
interface Piece {
  readonly box: Box;
  readonly leaves: boolean;
  readonly shape: CityShape;
}

/** `box`: west,south,east,north in degrees. */
export type FetchBox = (box: string) => Promise<AreasAnswer>;

/** Pieces that are kept: as far as somebody looks around. */
const KEPT = 24;
/** How much wider than the view a piece may be before one that shows more is fetched. */
const LOOSE = 2.5;

/**
 * What is known of the city's map. A small city is there at once, cell by cell; of a large one first its coarse areas, then, where somebody
 * looks, finer ones. What was fetched stays, so that there is a map without a network, too.
 */
export class CityAtlas {
  readonly whole: CityShape;
  readonly #isWhole: boolean;
  readonly #fetch: FetchBox;
  readonly #pieces = new Map<string, Piece>();

  constructor(areas: AreasAnswer, fetch: FetchBox) {
    this.whole = new CityShape(areas);
    this.#isWhole = areas.leaves;
    this.#fetch = fetch;
  }

  /** The finest map of a part that is seen; undefined where there is nothing finer than the whole. */
  detail(seen: Box): CityShape | undefined {
    return (this.#covering(seen) ?? this.#inTheMiddleOf(seen))?.shape;
  }

  /** Fetches what a part that is seen lacks. True when there is more than before; throws when it could not be had. */
  async look(seen: Box): Promise<boolean> {
    const found = this.#covering(seen);
    const wide = widthOf(seen) >= 0.9 * widthOf(this.whole.box);
    if (this.#isWhole || wide || found?.leaves || (found && widthOf(found.box) <= LOOSE * widthOf(seen)))
      return false;
    const box = this.#around(seen);
    const { name } = box;
    if (this.#pieces.has(name)) return false;
    const areas = await this.#fetch(name);
    this.#pieces.set(name, { ...box, leaves: areas.leaves, shape: new CityShape(areas, this.whole) });
    for (const oldest of [...this.#pieces.keys()].slice(0, -KEPT)) this.#pieces.delete(oldest);
    return true;
  }

  /** The finest area known under the spot; the server decides. */
  leafAt(spot: Spot): Leaf | undefined {
    return this.#at(spot)?.shape.leafAt(spot) ?? this.whole.leafAt(spot);
  }

  /** The map with the finest area known under the spot. */
  around(spot: Spot): CityShape {
    return this.#at(spot)?.shape ?? this.whole;
  }

  /** Whether there are cells at the spot, not only coarse areas. */
  isFine(spot: Spot): boolean {
    return this.#isWhole || this.#at(spot)?.leaves === true;
  }

  /** Only where cells are known can it be told that there is none: coarse areas are simplified. */
  isOutside(spot: Spot): boolean {
    return this.isFine(spot) && this.leafAt(spot) === undefined;
  }

  #at(spot: Spot): Piece | undefined {
    return this.#covering({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y });
  }

  /** The smallest piece that holds all of what is seen of the city. */
  #covering(seen: Box): Piece | undefined {
    const { whole } = this;
    const part = {
      left: Math.max(seen.left, whole.box.left),
      right: Math.min(seen.right, whole.box.right),
      top: Math.max(seen.top, whole.box.top),
      bottom: Math.min(seen.bottom, whole.box.bottom),
    };
    return this.#smallest(({ box }) => holds(box, part));
  }

  /** While the right one is under way, or cannot be had. */
  #inTheMiddleOf(seen: Box): Piece | undefined {
    const [x, y] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
    const middle = { left: x, right: x, top: y, bottom: y };
    return this.#smallest(({ box }) => holds(box, middle) && widthOf(box) > widthOf(seen) / 4);
  }

  #smallest(fits: (piece: Piece) => boolean): Piece | undefined {
    return [...this.#pieces.values()]
      .filter(fits)
      .reduce<Piece | undefined>(
        (best, piece) => (best && widthOf(best.box) <= widthOf(piece.box) ? best : piece),
        undefined,
      );
  }

  /** A box with room around what is seen, on a lattice: whoever looks at the same place asks for the same, which a cache then has. */
  #around({ left, right, top, bottom }: Box): { readonly name: string; readonly box: Box } {
    const [room, tall] = [(right - left) / 8, (bottom - top) / 8];
    const low = this.whole.toDegrees({ x: left - room, y: bottom + tall });
    const high = this.whole.toDegrees({ x: right + room, y: top - tall });
    const step = 2 ** Math.ceil(Math.log2(high.lng - low.lng)) / 8;
    const [west, south] = [down(low.lng, step), down(low.lat, step)];
    const [east, north] = [-down(-high.lng, step), -down(-high.lat, step)];
    const corner = this.whole.toSpot({ lng: west, lat: north });
    const other = this.whole.toSpot({ lng: east, lat: south });
    return {
      name: [west, south, east, north].map((degrees) => degrees.toFixed(6)).join(','),
      box: { left: corner.x, top: corner.y, right: other.x, bottom: other.y },
    };
  }
}

const widthOf = ({ left, right }: Box): number => right - left;

const holds = (box: Box, part: Box): boolean =>
  box.left <= part.left && box.right >= part.right && box.top <= part.top && box.bottom >= part.bottom;

const down = (degrees: number, step: number): number => Math.floor(degrees / step) * step;
