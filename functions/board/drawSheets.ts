import type { Board } from '../../shared/contracts/board.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { html, type Markup } from '../console/html.ts';
import { drawSheet } from './drawSheet.ts';
import { drawWay } from './drawWay.ts';
import { phrases } from './phrases.ts';

/** Sheets drawn at once: what an answer of a function can hold, with room. */
const MOST_SHEETS = 200;

/** Every cell below an area, one page each. */
export const drawSheets = (know: Knowledge, area: Area, boardOf: (leaf: Area) => Board): Markup => {
  const leaves = know.leavesUnder(area.code);
  const words = phrases.sheet;
  const count =
    leaves.length > MOST_SHEETS ? words.bounded(leaves.length, MOST_SHEETS) : words.ready(leaves.length);
  return html`<main class="screen"><h1>${phrases.printUnder(area.name)}</h1>${drawWay(know.lineage(area.code))}<p><strong>${count}</strong></p><button class="big" id="print" type="button" hidden>${phrases.print}</button></main><div class="sheets">${leaves.slice(0, MOST_SHEETS).map((leaf) => drawSheet(know, leaf, boardOf(leaf)))}</div>`;
};
