import type { AreaOnMap } from '../../shared/application/mapOfArea.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { html, type Markup } from '../console/html.ts';
import { action, type Endpoint } from './action.ts';
import { Canvas, type PixelShape } from './Canvas.ts';
import { phrases } from './phrases.ts';
import { type Tones, tonesOf } from './tones.ts';

interface Paper {
  readonly know: Knowledge;
  readonly endpoint: Endpoint;
  /** The area that is looked at. */
  readonly of: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly area: AreaOnMap;
  readonly index: number;
  readonly shape: PixelShape;
}

/** Shapes that can be clicked: a map with more is more than a browser moves lightly and a person reads. */
const MOST = 400;
/** Behind them, all in one picture. */
const MOST_BEHIND = 1_200;
/** Width of a character, and of a digit, with a little air. */
const CHARACTER = 13;
const DIGIT = 8;
/** Height of a line. */
const LINE = 14;

/**
 * The areas as a picture. The console has no scripts, and its actions belong to the element before them: so each area is an element of
 * its own, laid where it belongs, that takes clicks only where its shape is.
 */
export const drawMap = (
  areas: readonly AreaOnMap[],
  { know, endpoint, of, width, height }: Paper,
): Markup => {
  const seen = areas.slice(0, MOST + MOST_BEHIND).map(({ area }) => know.shapeOf(area.code));
  // Where not all can be drawn, what they are parts of is: else the map would be of those few.
  const rest = areas.length - seen.length;
  const whole = rest > 0 ? know.shapeOf(of) : [];
  const canvas = new Canvas(whole.length > 0 ? [whole] : seen, { width, height });
  const ground = canvas.draw(whole);
  const drawn = seen.flatMap((polygons, index): readonly Drawn[] => {
    const [area, shape] = [areas[index], canvas.draw(polygons)];
    return area && shape ? [{ area, shape, index: index + 1 }] : [];
  });
  if (drawn.length === 0) return html`<p>${phrases.notDrawn(areas.length)}</p>`;
  const [front, behind] = [
    drawn.filter(({ index }) => index <= MOST),
    drawn.filter(({ index }) => index > MOST),
  ];
  const tones = tonesOf(areas);
  const missing = seen.length - drawn.length;
  return html`<div><div class="map" style="width:${canvas.width}px;height:${canvas.height}px">${HATCH}${drawBehind([...(ground ? [ground] : []), ...behind.map(({ shape }) => shape)])}${front.map((each) => drawArea(each, tones, endpoint))}<svg class="over" width="${canvas.width}" height="${canvas.height}">${drawLabels(front)}</svg></div>${drawKey(tones, areas)}${areas.length > MOST ? html`<p class="soft">${phrases.merged(MOST, seen.length - MOST, rest)}</p>` : ''}${missing > 0 ? html`<p class="soft">${phrases.notDrawn(missing)}</p>` : ''}</div>`;
};

/** Stripes; where a page does not allow references, the colour that stands beside them is used. */
const HATCH = html`<svg width="0" height="0" style="position:absolute"><defs><pattern id="wg-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6" fill="#d13434"/></pattern></defs></svg>`;

const drawBehind = (shapes: readonly PixelShape[]): Markup | '' =>
  shapes.length === 0
    ? ''
    : html`<svg class="over under">${shapes.map((shape) => html`<path class="n" transform="translate(${shape.left} ${shape.top})" d="${shape.path}"/>`)}</svg>`;

const drawArea = ({ area, shape }: Drawn, tones: Tones, endpoint: Endpoint): Markup => {
  const { code } = area.area;
  const { left, top, width, height, path } = shape;
  return html`<a title="${titleOf(area)}" style="left:${left}px;top:${top}px"><svg width="${width}" height="${height}"><path class="${tones.of(area)}" d="${path}"/>${area.vacancies.length > 0 ? html`<path class="h" d="${path}"/>` : ''}</svg></a>${area.isLeaf ? action(endpoint, { area: code, show: 'ledger' }, 'popup') : action(endpoint, { area: code })}`;
};

const titleOf = ({ area, open, overdue, vacancies }: AreaOnMap): string =>
  [
    area.name,
    `${phrases.open} ${open}`,
    `${phrases.overdue} ${overdue}`,
    ...(vacancies.length > 0 ? [`${phrases.vacancies} ${vacancies.length}`] : []),
  ].join(' · ');

/** Names where there is room, else numbers of the list, the most pressing first; nothing where another stands already. */
const drawLabels = (drawn: readonly Drawn[]): readonly Markup[] => {
  const taken: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  const place = (text: string, { shape }: Drawn, half: number): Markup | undefined => {
    const { x, y } = shape.middle;
    const isFree = taken.every(
      (other) => Math.abs(other.y - y) > LINE || Math.abs(other.x - x) > other.half + half,
    );
    if (2 * half > shape.width || shape.height < LINE || !isFree) return undefined;
    taken.push({ x, y, half });
    return html`<text x="${x}" y="${y}">${text}</text>`;
  };
  return drawn.flatMap((each) => {
    const { name } = each.area.area;
    const number = `${each.index}`;
    const label =
      place(name, each, ([...name].length * CHARACTER) / 2) ??
      place(number, each, (number.length * DIGIT) / 2 + 1);
    return label ?? [];
  });
};

const drawKey = ({ open, late }: Tones, areas: readonly AreaOnMap[]): Markup =>
  html`<div class="key"><span><i class="n"></i>${phrases.legend.none}</span>${open.map(({ tone, range }) => html`<span><i class="${tone}"></i>${phrases.open} ${range}</span>`)}${late.map(({ tone, range }) => html`<span><i class="${tone}"></i>${phrases.overdue} ${range}</span>`)}${areas.some(({ vacancies }) => vacancies.length > 0) ? html`<span><i class="hatch"></i>${phrases.legend.vacant}</span>` : ''}</div>`;
