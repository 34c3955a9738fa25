import type { Rating } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { cardMenu } from '../tasks/cardMenu.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { readCommand } from '../words/readWords.ts';
import { readParts, type SaidParts } from './readParts.ts';

/** Grades as they were said, of which case, and the words besides. */
export type SaidRating = SaidParts & { readonly number?: string };

interface Said {
  readonly grade: Rating['overall'];
  readonly opinion: string;
}

/** `A`, `满意`, `A 修得很快`, `A 2026…`, `A B A 修得很快`: one grade is of 总体. Anything that is not wholly a grade is none: 「不是很满意」 is not 满意. */
export const readRating = (raw: string, know: Knowledge): SaidRating | undefined => {
  const number = /(?<!\d)20\d{13}(?!\d)/u.exec(raw)?.[0];
  const named = number === undefined ? {} : { number };
  const parts = readParts(number === undefined ? raw : raw.replace(number, ' '));
  if (parts) return { ...parts, ...named };
  const said = readGrade(raw, know);
  return said && { overall: said.grade, opinion: said.opinion, ...named };
};

/** The grade that a whole text is or begins with, and the words after it. */
const readGrade = (raw: string, know: Knowledge): Said | undefined => {
  const command = readCommand(raw);
  if (command && !BUILDING.test(command.rest) && !/^\d+$/u.test(command.word)) {
    const chosen = chooseFrom(cardMenu('rate', know), command.word);
    if (chosen.kind === 'chosen' && chosen.value.type === 'rate')
      return { grade: chosen.value.grade, opinion: withoutLabel(command.rest, chosen.value.grade, know) };
  }
  return readGlued(raw, know);
};

/** `A 非常满意` as a whole label: what comes after the letter is no opinion. */
const withoutLabel = (rest: string, grade: string, know: Knowledge): string => {
  const label =
    cardMenu('rate', know)
      .find(({ label }) => label.startsWith(grade))
      ?.label.slice(2) ?? '';
  return rest === label ? '' : rest;
};

/** What may follow a letter that names a building, not a grade: 「A座电梯坏了」. */
const BUILDING = /^[座栋幢区楼口单号段户馆门线塔梯厅级型]/u;

/** `A修得很快`, without a space. A sentence that is surely a new matter is not a rating. */
const readGlued = (raw: string, know: Knowledge): Said | undefined => {
  const match = /^([a-d])(\p{Script=Han}.*)$/isu.exec(raw.normalize('NFKC'));
  const [, letter = '', opinion = ''] = match ?? [];
  if (!match || BUILDING.test(opinion) || know.classify(raw).sure) return undefined;
  const chosen = chooseFrom(cardMenu('rate', know), letter);
  if (chosen.kind !== 'chosen' || chosen.value.type !== 'rate') return undefined;
  return { grade: chosen.value.grade, opinion: withoutLabel(opinion, chosen.value.grade, know) };
};
