import { type BoardTerms, describeBoard } from '../../shared/application/describeBoard.ts';
import { findBoard } from '../../shared/application/findBoard.ts';
import {
  type BoardChoices,
  type BoardQuery,
  boardPageQuerySchema,
  type SheetsQuery,
} from '../../shared/contracts/board.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { drawBoard } from './drawBoard.ts';
import { drawCell } from './drawCell.ts';
import { drawSheet } from './drawSheet.ts';
import { drawSheets } from './drawSheets.ts';
import { drawStart, type Start } from './drawStart.ts';
import { frame } from './frame.ts';
import { phrases } from './phrases.ts';
import { unfoldShapes } from './unfoldShapes.ts';

/** What the board's address asks for, as a page: the search, a cell, or sheets to print. */
export const answerPage = (
  know: Knowledge,
  asked: Readonly<Record<string, string | undefined>>,
  terms: BoardTerms,
): DoorAnswer => {
  const { place } = asked;
  if (place?.trim() === '') return lost(know, 400, phrases.nothingSaid);
  const read = boardPageQuerySchema.safeParse(asked);
  if (!read.success) return lost(know, 400, phrases.badAddress);
  const query = read.data;
  if (query === undefined) return start(know, {});
  return 'under' in query ? sheets(know, query, terms) : board(know, query, terms);
};

const board = (know: Knowledge, query: BoardQuery, terms: BoardTerms): DoorAnswer => {
  const found = findBoard(know, query);
  const said = 'place' in query ? query.place : '';
  switch (found.kind) {
    case 'leaf': {
      const { leaf, beside } = found;
      const posted = describeBoard(know, leaf, terms);
      const map = drawCell(know, leaf, unfoldShapes(know));
      const parts = [drawBoard(leaf, posted, beside, map), drawSheet(know, leaf, posted, map)];
      return { status: 200, ...frame(`${leaf.name} ${phrases.heading(know.city.name)}`, parts) };
    }
    case 'choices':
      return start(know, { said, found, lineage: 'cell' in query ? know.lineage(query.cell) : [] });
    case 'missed':
      return lost(know, 404, phrases.missed[found.why](know.city.name), said);
  }
};

const sheets = (know: Knowledge, { under, begin }: SheetsQuery, terms: BoardTerms): DoorAnswer => {
  const area = know.area(under);
  const all = know.leavesUnder(under);
  const from = begin === undefined ? 0 : all.findIndex(({ code }) => code === begin);
  if (!area || from < 0) return lost(know, 404, phrases.missed.noSuchCell());
  const boardOf = (leaf: Area) => describeBoard(know, leaf, terms);
  const page = drawSheets(know, { area, leaves: all.slice(from), boardOf });
  return { status: 200, ...frame(`${area.name} ${phrases.heading(know.city.name)}`, [page]) };
};

/** The search, and under it what was found, else the tree from its top. */
const start = (know: Knowledge, given: Partial<Start>): DoorAnswer => {
  const top = know.city.areas.find(({ parent }) => parent === undefined);
  const page = drawStart({
    city: know.city.name,
    said: '',
    lineage: top ? [top] : [],
    found: belowOf(know, top),
    ...given,
  });
  return { status: 200, ...frame(phrases.heading(know.city.name), [page]) };
};

const belowOf = (know: Knowledge, top: Area | undefined): BoardChoices => {
  const found = top && findBoard(know, { cell: top.code });
  return found?.kind === 'choices' ? found : { choices: [], more: false };
};

const lost = (
  know: Knowledge,
  status: 400 | 404,
  trouble: NonNullable<Start['trouble']>,
  said = '',
): DoorAnswer => {
  const { body, headers } = start(know, { trouble, said });
  return { status, body, headers: { ...headers, 'cache-control': 'no-store' } };
};
