import type { Board } from '../../shared/contracts/board.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { html, type Markup } from '../console/html.ts';
import { drawCell } from './drawCell.ts';
import { drawSheet } from './drawSheet.ts';
import { drawWay } from './drawWay.ts';
import { phrases } from './phrases.ts';
import { unfoldShapes } from './unfoldShapes.ts';

const words = phrases.sheet;
/** Sheets drawn at once, by number, size and work: an answer of a function holds 6 MB, and one page of a cell is far below the rest. */
const MOST_SHEETS = 200;
const MOST_BYTES = 4_000_000;
/** Corners of their cells and of those around them, gone through once a sheet: about a second of drawing. */
const MOST_CORNERS = 10_000_000;

export interface Printing {
  readonly area: Area;
  /** What is to be printed of it, in order: all of its cells, or those from one on. */
  readonly leaves: readonly Area[];
  readonly boardOf: (leaf: Area) => Board;
}

/** Cells below an area, one page each, and where the next ones are if an answer cannot hold them all. */
export const drawSheets = (know: Knowledge, { area, leaves, boardOf }: Printing): Markup => {
  const sheets: Markup[] = [];
  const shapes = unfoldShapes(know);
  let bytes = 0;
  for (const leaf of leaves.slice(0, MOST_SHEETS)) {
    if (bytes > MOST_BYTES || shapes.corners() > MOST_CORNERS) break;
    const sheet = drawSheet(know, leaf, boardOf(leaf), drawCell(know, leaf, shapes));
    sheets.push(sheet);
    bytes += Buffer.byteLength(JSON.stringify(sheet.text));
  }
  const next = leaves[sheets.length];
  return html`<main class="screen"><h1>${phrases.printUnder(area.name)}</h1>${drawWay(know.lineage(area.code))}<p><strong>${words.ready(sheets.length)}</strong></p><button class="big" id="print" type="button" hidden>${phrases.print}</button>${next ? drawNext(area, next, leaves.length - sheets.length) : ''}</main><div class="sheets">${sheets}</div>`;
};

const drawNext = (area: Area, next: Area, left: number): Markup =>
  html`<p>${words.left(left)}</p><a class="big plain" href="?under=${area.code}&amp;begin=${next.code}">${words.next}</a>`;
