import type { CityShape, Degrees, Leaf, Spot } from './CityShape.ts';
import { drawn } from './element.ts';
import { followPointers } from './followPointers.ts';
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

/** Width of a character with a little air, in pixels of the screen. */
const FINE_PX = 12.6;
const COARSE_PX = 14.5;
interface Label {
  readonly node: SVGTextElement;
  readonly width: number;
  readonly fine: boolean;
  readonly chars: number;
}

const PIN = 'M0 0C-1-4-7-8-7-14A7 7 0 1 1 7-14C7-8 1-4 0 0Z';
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Soft colours far apart on the wheel, so that neighbouring communities differ. */
const tint = (index: number): string => `hsl(${(index * 137 + 150) % 360} 32% 87%)`;

const pathData = ({ rings }: Leaf): string =>
  rings.map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`).join('');

/** The city's cells as a drawing that can be dragged, zoomed, tapped and walked with the keyboard. */
export class CityMap {
  readonly node: SVGSVGElement;
  readonly view: MapView;
  readonly #shape: CityShape;
  readonly #options: CityMapOptions;
  readonly #labels: Label[] = [];
  readonly #pins = drawn('g');
  readonly #cells = new Map<string, SVGPathElement>();
  #lit: string | undefined;
  #mark: Spot | undefined;

  constructor(shape: CityShape, options: CityMapOptions) {
    this.#shape = shape;
    this.#options = options;
    const cells = drawn('g', { class: 'cells' });
    const labels = drawn('g', { class: 'labels', attributes: { 'aria-hidden': 'true' } });
    const tints = new Map(shape.groups.map(({ code }, index) => [code, tint(index)]));
    for (const leaf of shape.leaves) {
      const cell = drawn('path', {
        attributes: { 'data-area': leaf.code, d: pathData(leaf), fill: tints.get(leaf.group) ?? '#eee' },
      });
      this.#cells.set(leaf.code, cell);
      cells.append(cell);
      this.#label(labels, leaf, true);
    }
    for (const group of shape.groups) this.#label(labels, group, false);
    this.node = drawn(
      'svg',
      { class: 'cityMap', attributes: { role: 'application', tabindex: '0', 'aria-label': options.label } },
      cells,
      labels,
      this.#pins,
    );
    this.view = new MapView(this.node, shape.box, () => this.#rescale());
    followPointers(this.node, this.view, (event) => this.#tap(event));
    this.node.addEventListener('pointermove', (event) => this.#hover(this.view.spotAt(event)));
    this.node.addEventListener('pointerleave', () => this.#light(undefined));
    this.node.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Replaces the pins; the one whose tone is `chosen` is the mark that the arrow keys move. */
  setPins(pins: readonly MapPin[]): void {
    const chosen = pins.find(({ tone }) => tone === 'chosen');
    this.#mark = chosen && this.#shape.toSpot(chosen);
    this.#pins.replaceChildren(
      ...pins.map((pin) => {
        const { x, y } = this.#shape.toSpot(pin);
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

  #label(
    into: SVGGElement,
    { name, centre, box }: Pick<Leaf, 'name' | 'centre' | 'box'>,
    fine: boolean,
  ): void {
    const node = drawn(
      'text',
      { class: fine ? 'fine' : 'coarse', attributes: { x: `${centre.x}`, y: `${centre.y}` } },
      name,
    );
    this.#labels.push({ node, width: box.right - box.left, fine, chars: [...name].length });
    into.append(node);
  }

  /** Text and pins keep their size on the screen; labels that do not fit their area are left out. */
  #rescale(): void {
    const { unit } = this.view;
    const fits = (label: Label) => label.width / unit > label.chars * (label.fine ? FINE_PX : COARSE_PX);
    const fine = this.#labels.filter((label) => label.fine);
    const near = fine.filter(fits).length > fine.length * 0.7;
    this.node.style.setProperty('--unit', `${unit}`);
    for (const label of this.#labels) {
      label.node.classList.toggle('hidden', label.fine ? !near || !fits(label) : near || !fits(label));
    }
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
    this.#options.onPick?.(this.#shape.toDegrees(spot), this.#shape.leafAt(spot));
  }

  #hover(spot: Spot): void {
    this.#light(this.#shape.leafAt(spot));
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
