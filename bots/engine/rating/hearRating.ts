import type { Step } from '../Dialog.ts';
import { withOwnCases } from '../own/withOwnCases.ts';
import { resident as say } from '../phrases/resident.ts';
import { askWhich } from '../questions/askWhich.ts';
import type { Scene } from '../Scene.ts';
import { openCards } from '../tasks/cards.ts';
import { rateOne } from './rateOne.ts';
import { readRating, type SaidRating } from './readGrade.ts';

/** Grades, with or without an opinion, while a rating is asked for. */
export const hearRating = (scene: Scene, raw: string): Step | undefined => {
  const numbers = openCards(scene.session).flatMap(({ kind, number }) => (kind === 'rate' ? [number] : []));
  const [first] = numbers;
  const said = first === undefined ? undefined : readRating(raw, scene.know);
  if (first === undefined || !said) return undefined;
  const named = said.number ?? pendingNumber(scene);
  const number = named ?? (numbers.length === 1 ? first : undefined);
  if (number !== undefined) return rateOne(scene, number, said);
  return withOwnCases(scene, (cases) =>
    askWhich(
      scene,
      { kind: 'which', word: wordOf(said), numbers, ...(said.opinion ? { words: said.opinion } : {}) },
      cases,
    ),
  );
};

/** Grades when no card asks for them: of what was rated and may still be changed; `otherwise` there is nothing to rate. */
export const rateWithoutCard = (scene: Scene, raw: string, otherwise: () => Step): Step | undefined => {
  const said = readRating(raw.replace(CHANGES, ''), scene.know);
  if (!said) return undefined;
  return withOwnCases(scene, (cases) => {
    const waiting = cases.filter(({ stage }) => stage === 'rating').map(({ number }) => number);
    const [first] = said.number === undefined ? waiting : [said.number];
    if (first === undefined) return otherwise();
    if (waiting.length < 2 || said.number !== undefined) return rateOne(scene, first, said);
    const words = said.opinion ? { words: said.opinion } : {};
    return askWhich(scene, { kind: 'which', word: wordOf(said), numbers: waiting, ...words }, cases);
  });
};

/** 「改成 B」 */
const CHANGES = /^(?:我|要|想|把|评价|重新|再)*(?:改成|改为|改评|改|换成|重评)(?:一下)?[:：,，\s]*/u;

/** Grades as they are kept while it is asked which case is meant: 总体 alone, else each by its name. */
const wordOf = ({ openness, result, overall }: SaidRating): string => {
  if (openness === undefined && result === undefined) return overall ?? '';
  const named = [
    ...(openness === undefined ? [] : [say.parts.openness(openness)]),
    ...(result === undefined ? [] : [say.parts.result(result)]),
    ...(overall === undefined ? [] : [say.parts.overall(overall)]),
  ];
  return named.join('，');
};

const pendingNumber = ({ session: { question } }: Scene): string | undefined =>
  question?.kind === 'rate' || question?.kind === 'grade' ? question.number : undefined;
