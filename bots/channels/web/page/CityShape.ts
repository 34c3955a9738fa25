import type { AreasAnswer } from '../../../../shared/contracts/web.ts';

export interface Degrees {
  readonly lng: number;
  readonly lat: number;
}
export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Leaf {
  readonly code: string;
  readonly name: string;
  /** Names from coarse to fine, below the root: 街道 · 社区 · 网格. */
  readonly path: string;
  /** Code of the area above. */
  readonly group: string;
  readonly rings: readonly (readonly Spot[])[];
  readonly box: Box;
  readonly centre: Spot;
}

export interface Group {
  readonly code: string;
  readonly name: string;
  readonly box: Box;
  readonly centre: Spot;
}

/** Width of the drawing in its own units, whatever the city's size. */
const WIDTH = 1_000;
/** Whichever is less: a quarter of a small city, some streets of a large one. */
const CLOSE_UP = { units: 260, metres: 1_000 };
const METRES_OF_DEGREE = 111_000;

type Ring = readonly (readonly [number, number])[];

const ringsOf = (geometry: AreasAnswer['features'][number]['geometry']): readonly Ring[] => {
  if (geometry === null) return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
};

const boxOf = (spots: readonly Spot[]): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
};

const cornersOf = ({ left, top, right, bottom }: Box): readonly Spot[] => [
  { x: left, y: top },
  { x: right, y: bottom },
];

/** Where a label of the ring sits best of the cheap guesses: the centre of its area (shoelace). */
const centreOf = (ring: readonly Spot[]): Spot => {
  let [twice, x, y] = [0, 0, 0];
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  const box = boxOf(ring);
  if (twice === 0) return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return { x: x / (3 * twice), y: y / (3 * twice) };
};

/** Whether the ring goes round the spot (even–odd). */
const inside = (ring: readonly Spot[], { x, y }: Spot): boolean => {
  let odd = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  }
  return odd;
};

/** The city's cells laid flat: degrees to drawing units and back, who is where, and what lies under a point. */
export class CityShape {
  readonly leaves: readonly Leaf[];
  readonly groups: readonly Group[];
  readonly box: Box;
  readonly #origin: Degrees;
  readonly #scale: Spot;

  /** `like`: laid on the same drawing as another one. */
  constructor(areas: AreasAnswer, like?: CityShape) {
    const drawnFeatures = areas.features.filter(({ geometry }) => geometry !== null);
    const parents = new Set(areas.features.map(({ properties }) => properties.parent));
    const leafFeatures = drawnFeatures.filter(({ properties }) => !parents.has(properties.code));
    const degrees = boxOf(
      leafFeatures.flatMap(({ geometry }) =>
        ringsOf(geometry)
          .flat()
          .map(([x, y]) => ({ x, y })),
      ),
    );
    const squeeze = Math.cos((((degrees.top + degrees.bottom) / 2) * Math.PI) / 180);
    const x = WIDTH / (degrees.right - degrees.left || 1);
    this.#origin = like ? like.#origin : { lng: degrees.left, lat: degrees.bottom };
    this.#scale = like ? like.#scale : { x, y: x / squeeze };
    const named = new Map(areas.features.map(({ properties }) => [properties.code, properties]));
    const pathOf = (code: string): string => {
      const area = named.get(code);
      if (area?.parent === undefined) return '';
      const above = pathOf(area.parent);
      return above === '' ? area.name : `${above} · ${area.name}`;
    };
    this.leaves = leafFeatures.map(({ properties: { code, name, parent }, geometry }) => {
      const rings = ringsOf(geometry).map((ring) => ring.map(([lng, lat]) => this.toSpot({ lng, lat })));
      const outer = rings[0] ?? [];
      const box = boxOf(rings.flat());
      return { code, name, path: pathOf(code), group: parent ?? '', rings, box, centre: centreOf(outer) };
    });
    this.groups = [...Map.groupBy(this.leaves, ({ group }) => group)].map(([code, leaves]) => {
      const box = boxOf(leaves.flatMap((leaf) => cornersOf(leaf.box)));
      const centre = {
        x: leaves.reduce((sum, leaf) => sum + leaf.centre.x, 0) / leaves.length,
        y: leaves.reduce((sum, leaf) => sum + leaf.centre.y, 0) / leaves.length,
      };
      return { code, name: named.get(code)?.name ?? '', box, centre };
    });
    this.box = boxOf(this.leaves.flatMap((leaf) => cornersOf(leaf.box)));
  }

  /** How wide a view to open on a place, in drawing units: a handful of cells. */
  get closeUp(): number {
    return Math.min(CLOSE_UP.units, (CLOSE_UP.metres / METRES_OF_DEGREE) * this.#scale.y);
  }

  toSpot({ lng, lat }: Degrees): Spot {
    return { x: (lng - this.#origin.lng) * this.#scale.x, y: (this.#origin.lat - lat) * this.#scale.y };
  }

  toDegrees({ x, y }: Spot): Degrees {
    // A millionth of a degree is a hand's breadth.
    const round = (value: number) => Math.round(value * 1e6) / 1e6;
    return {
      lng: round(this.#origin.lng + x / this.#scale.x),
      lat: round(this.#origin.lat - y / this.#scale.y),
    };
  }

  /** The cell under the spot, as far as a drawing can tell; the server decides. */
  leafAt(spot: Spot): Leaf | undefined {
    return this.leaves.find(
      ({ box, rings }) =>
        spot.x >= box.left &&
        spot.x <= box.right &&
        spot.y >= box.top &&
        spot.y <= box.bottom &&
        rings.filter((ring) => inside(ring, spot)).length % 2 === 1,
    );
  }
}
