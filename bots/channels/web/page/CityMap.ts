import type { CityAtlas } from './CityAtlas.ts';
import type { CityShape, Degrees, Leaf, Spot } from './CityShape.ts';
import { drawn } from './element.ts';
import { followPointers } from './followPointers.ts';
import { MapLabels } from './MapLabels.ts';
import { MapView } from './MapView.ts';

export interface MapPin extends Degrees {
  readonly id: string;
  readonly title: string;
  /** A class of the style sheet: `open`, `late`, `ended`, `chosen`. */
  readonly tone: string;
}

export interface CityMapOptions {
  /** What the map is and how to use it, for people who cannot see it. */
  readonly label: string;
  readonly onPick?: (spot: Degrees, leaf: Leaf | undefined) => void;
  readonly onHover?: (leaf: Leaf | undefined) => void;
  readonly onPin?: (id: string) => void;
  readonly onEnter?: () => void;
}

/** Nothing is fetched while a finger moves. */
const REST_MS = 250;

const PIN = 'M0 0C-1-4-7-8-7-14A7 7 0 1 1 7-14C7-8 1-4 0 0Z';
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Soft colours far apart on the wheel, so that neighbouring communities differ. */
const tint = (index: number): string => `hsl(${(index * 137 + 150) % 360} 32% 87%)`;

/** The same area has the same colour in every part that is fetched. */
const numberOf = (code: string): number | undefined => {
  const number = Number(code.slice(-3));
  return Number.isInteger(number) ? number : undefined;
};

const pathData = ({ rings }: Leaf): string =>
  rings.map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`).join('');

/** The city's cells as a drawing that can be dragged, zoomed, tapped and walked with the keyboard. */
export class CityMap {
  readonly node: SVGSVGElement;
  readonly view: MapView;
  readonly #atlas: CityAtlas;
  readonly #options: CityMapOptions;
  readonly #whole = drawn('g', { class: 'cells' });
  readonly #part = drawn('g', { class: 'cells' });
  readonly #labels = new MapLabels();
  readonly #pins = drawn('g');
  readonly #cells = new Map<string, SVGPathElement>();
  #detail: CityShape | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #lit: string | undefined;
  #mark: Spot | undefined;

  constructor(atlas: CityAtlas, options: CityMapOptions) {
    this.#atlas = atlas;
    this.#options = options;
    this.#draw(this.#whole, atlas.whole);
    this.#labels.draw(atlas.whole);
    this.node = drawn(
      'svg',
      { class: 'cityMap', attributes: { role: 'application', tabindex: '0', 'aria-label': options.label } },
      this.#whole,
      this.#part,
      this.#labels.node,
      this.#pins,
    );
    this.view = new MapView(this.node, atlas.whole.box, () => this.#moved());
    followPointers(this.node, this.view, (event) => this.#tap(event));
    this.node.addEventListener('pointermove', (event) => this.#hover(this.view.spotAt(event)));
    this.node.addEventListener('pointerleave', () => this.#light(undefined));
    this.node.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Replaces the pins; the one whose tone is `chosen` is the mark that the arrow keys move. */
  setPins(pins: readonly MapPin[]): void {
    const chosen = pins.find(({ tone }) => tone === 'chosen');
    this.#mark = chosen && this.#atlas.whole.toSpot(chosen);
    this.#pins.replaceChildren(
      ...pins.map((pin) => {
        const { x, y } = this.#atlas.whole.toSpot(pin);
        return drawn(
          'g',
          {
            class: `pin ${pin.tone}`,
            attributes: { 'data-x': `${x}`, 'data-y': `${y}`, 'data-pin': pin.id },
          },
          drawn('title', {}, pin.title),
          drawn('path', { attributes: { d: PIN } }),
          drawn('circle', { attributes: { cy: '-14', r: '2.6' } }),
        );
      }),
    );
    this.#rescale();
  }

  #draw(into: SVGGElement, shape: CityShape): void {
    const tints = new Map(shape.groups.map(({ code }, index) => [code, tint(numberOf(code) ?? index)]));
    for (const leaf of shape.leaves) {
      const cell = drawn('path', {
        attributes: { 'data-area': leaf.code, d: pathData(leaf), fill: tints.get(leaf.group) ?? '#eee' },
      });
      this.#cells.set(leaf.code, cell);
      into.append(cell);
    }
  }

  /** What there is of the part that is seen is drawn at once; what is missing is fetched when the view has come to rest. */
  #moved(): void {
    this.#showDetail();
    this.#rescale();
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.#look(), REST_MS);
  }

  async #look(): Promise<void> {
    // Without a network the map stays as it is; the next move asks again.
    const isNew = await this.#atlas.look(this.view.seen).catch(() => false);
    if (!isNew) return;
    this.#showDetail();
    this.#rescale();
  }

  #showDetail(): void {
    const detail = this.#atlas.detail(this.view.seen);
    if (detail === this.#detail) return;
    this.#detail = detail;
    this.#part.replaceChildren();
    if (detail) this.#draw(this.#part, detail);
    this.#whole.classList.toggle('under', detail !== undefined);
    this.#labels.draw(detail ?? this.#atlas.whole);
  }

  /** Text and pins keep their size on the screen; labels that do not fit their area are left out. */
  #rescale(): void {
    const { unit } = this.view;
    this.node.style.setProperty('--unit', `${unit}`);
    this.#labels.fit(unit);
    for (const pin of this.#pins.children) {
      pin.setAttribute(
        'transform',
        `translate(${pin.getAttribute('data-x')} ${pin.getAttribute('data-y')}) scale(${unit})`,
      );
    }
  }

  #tap(event: PointerEvent): void {
    const [under] = document.elementsFromPoint(event.clientX, event.clientY);
    const pin = under?.closest('[data-pin]')?.getAttribute('data-pin');
    if (pin && this.#options.onPin) this.#options.onPin(pin);
    else this.#pick(this.view.spotAt(event));
  }

  #pick(spot: Spot): void {
    this.#options.onPick?.(this.#atlas.whole.toDegrees(spot), this.#atlas.leafAt(spot));
  }

  #hover(spot: Spot): void {
    this.#light(this.#atlas.leafAt(spot));
  }

  #light(leaf: Leaf | undefined): void {
    if (leaf?.code === this.#lit) return;
    if (this.#lit !== undefined) this.#cells.get(this.#lit)?.classList.remove('lit');
    this.#lit = leaf?.code;
    if (leaf) this.#cells.get(leaf.code)?.classList.add('lit');
    this.#options.onHover?.(leaf);
  }

  #key(event: KeyboardEvent): void {
    const step = KEYS[event.key];
    if (step && this.#options.onPick) {
      const from = this.#mark ?? this.view.centre;
      const pace = this.view.unit * (event.shiftKey ? 40 : 10);
      const to = { x: from.x + step[0] * pace, y: from.y + step[1] * pace };
      this.#pick(to);
      this.view.show(to);
    } else if (step) this.view.pan(-step[0] * 40, -step[1] * 40);
    else if (event.key === '+' || event.key === '=') this.view.zoom(1.4);
    else if (event.key === '-') this.view.zoom(1 / 1.4);
    else if (event.key === 'Enter') this.#options.onEnter?.();
    else return;
    event.preventDefault();
  }
}
