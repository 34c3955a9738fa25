import { type BoardTerms, describeBoard } from '../../shared/application/describeBoard.ts';
import { findBoard } from '../../shared/application/findBoard.ts';
import type { BoardAnswer, BoardQuery } from '../../shared/contracts/board.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { phrases } from './phrases.ts';

/** The board of a place, or the places it may be. Throws what the door says of a place that is not there. */
export const answerBoard = (know: Knowledge, query: BoardQuery, terms: BoardTerms): BoardAnswer => {
  const found = findBoard(know, query);
  switch (found.kind) {
    case 'leaf': {
      const beside = found.beside.map(({ leaf: { code, name }, metres }) => ({
        code,
        name,
        metres: Math.round(metres),
      }));
      return { board: describeBoard(know, found.leaf, terms), beside };
    }
    case 'choices': {
      const { kind: _kind, ...choices } = found;
      return choices;
    }
    case 'missed':
      throw new DoorError(404, found.why, phrases.missed[found.why](know.city.name));
  }
};
