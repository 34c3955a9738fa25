import type { CityShape, Leaf } from './CityShape.ts';
import { drawn } from './element.ts';

interface Label {
  readonly node: SVGTextElement;
  readonly width: number;
  readonly fine: boolean;
  readonly chars: number;
}

/** Width of a character with a little air, in pixels of the screen. */
const FINE_PX = 12.6;
const COARSE_PX = 14.5;

/** Names of areas on a map: those of the cells as soon as most of them fit, until then those of the areas above. */
export class MapLabels {
  readonly node = drawn('g', { class: 'labels', attributes: { 'aria-hidden': 'true' } });
  #labels: readonly Label[] = [];

  draw({ leaves, groups }: CityShape): void {
    this.#labels = [
      ...leaves.map((leaf) => labelOf(leaf, true)),
      ...groups.map((group) => labelOf(group, false)),
    ];
    this.node.replaceChildren(...this.#labels.map(({ node }) => node));
  }

  /** Leaves out what does not fit its area. `unit`: drawing units per pixel. */
  fit(unit: number): void {
    const fits = (label: Label) => label.width / unit > label.chars * (label.fine ? FINE_PX : COARSE_PX);
    const fine = this.#labels.filter((label) => label.fine);
    const near = fine.filter(fits).length > fine.length * 0.7;
    for (const label of this.#labels)
      label.node.classList.toggle('hidden', label.fine ? !near || !fits(label) : near || !fits(label));
  }
}

const labelOf = ({ name, centre, box }: Pick<Leaf, 'name' | 'centre' | 'box'>, fine: boolean): Label => ({
  node: drawn(
    'text',
    { class: fine ? 'fine' : 'coarse', attributes: { x: `${centre.x}`, y: `${centre.y}` } },
    name,
  ),
  width: box.right - box.left,
  fine,
  chars: [...name].length,
});
