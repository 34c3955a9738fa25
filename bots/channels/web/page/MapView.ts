import type { Box, Spot } from './CityShape.ts';

/** Which part of the drawing is seen: panning, zooming, pinching, in drawing units. */
export class MapView {
  readonly #svg: SVGSVGElement;
  readonly #whole: Box;
  readonly #changed: () => void;
  #centre: Spot;
  /** Drawing units across. */
  #span: number;

  constructor(svg: SVGSVGElement, whole: Box, changed: () => void) {
    this.#svg = svg;
    this.#whole = whole;
    this.#changed = changed;
    this.#centre = { x: 0, y: 0 };
    this.#span = 1;
    this.fit();
    new ResizeObserver(() => this.#apply()).observe(svg);
    svg.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** Drawing units per pixel of the screen. */
  get unit(): number {
    return this.#span / (this.#svg.clientWidth || 1);
  }

  fit(): void {
    const { left, top, right, bottom } = this.#whole;
    this.#centre = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const { clientWidth: width, clientHeight: height } = this.#svg;
    const shape = width > 0 && height > 0 ? width / height : 1;
    this.#span = Math.max(right - left, (bottom - top) * shape) * 1.06;
    this.#apply();
  }

  /** What is seen, in drawing units; empty while it is not shown. */
  get seen(): Box {
    const { x, y } = this.#centre;
    const [across, down] = [this.#svg.clientWidth * this.unit, this.#svg.clientHeight * this.unit];
    return { left: x - across / 2, right: x + across / 2, top: y - down / 2, bottom: y + down / 2 };
  }

  get centre(): Spot {
    return this.#centre;
  }

  show(centre: Spot, span = this.#span): void {
    this.#centre = centre;
    this.#span = span;
    this.#apply();
  }

  pan(dx: number, dy: number): void {
    this.show({ x: this.#centre.x - dx * this.unit, y: this.#centre.y - dy * this.unit });
  }

  /** Zooms so that what lies under `at` stays there. */
  zoom(factor: number, at: Spot = this.#centre): void {
    const most = (this.#whole.right - this.#whole.left) * 2;
    const span = Math.min(most, Math.max(most / 400, this.#span / factor));
    const share = span / this.#span;
    this.show({ x: at.x + (this.#centre.x - at.x) * share, y: at.y + (this.#centre.y - at.y) * share }, span);
  }

  /** From the screen to the drawing. */
  spotAt(event: { readonly clientX: number; readonly clientY: number }): Spot {
    const { left, top, width, height } = this.#svg.getBoundingClientRect();
    return {
      x: this.#centre.x + (event.clientX - left - width / 2) * this.unit,
      y: this.#centre.y + (event.clientY - top - height / 2) * this.unit,
    };
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.spotAt(event));
  }

  #apply(): void {
    const { clientWidth: width, clientHeight: height } = this.#svg;
    if (width === 0 || height === 0) return;
    const tall = (this.#span * height) / width;
    const { x, y } = this.#centre;
    this.#svg.setAttribute('viewBox', `${x - this.#span / 2} ${y - tall / 2} ${this.#span} ${tall}`);
    this.#changed();
  }
}
