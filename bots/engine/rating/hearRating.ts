import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Step } from '../Dialog.ts';
import { askWhich } from '../questions/askWhich.ts';
import { askMyCases, casesOf, type Scene } from '../Scene.ts';
import { type Action, cardMenu } from '../tasks/Action.ts';
import { openCards } from '../tasks/cards.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { readCommand } from '../words/readWords.ts';
import { startRating } from './rateCase.ts';

interface Said {
  readonly grade: Extract<Action, { type: 'rate' }>['grade'];
  readonly opinion: string;
}

/** `A`, `满意`, `A 修得很快`, while a rating is asked for. Anything that is not wholly a grade is none: 「不是很满意」 is not 满意. */
export const hearRating = (scene: Scene, raw: string): Step | undefined => {
  const numbers = openCards(scene.session).flatMap(({ kind, number }) => (kind === 'rate' ? [number] : []));
  const [first] = numbers;
  if (first === undefined) return undefined;
  const said = readGrade(raw, scene.know);
  if (!said) return undefined;
  const named = readCommand(raw)?.number ?? pendingNumber(scene);
  const number = named ?? (numbers.length === 1 ? first : undefined);
  if (number !== undefined) return startRating(scene, number, said.grade, said.opinion);
  const answer = scene.answers.cases;
  if (!answer) return askMyCases(scene);
  return askWhich(
    scene,
    { kind: 'which', word: said.grade, numbers, ...(said.opinion ? { words: said.opinion } : {}) },
    casesOf(answer),
  );
};

const pendingNumber = ({ session: { question } }: Scene): string | undefined =>
  question?.kind === 'rate' || question?.kind === 'grade' ? question.number : undefined;

/** The grade that a whole text is or begins with, and the words after it. */
export const readGrade = (raw: string, know: Knowledge): Said | undefined => {
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
