import type { Rating } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { withOwnCases } from '../own/withOwnCases.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { askWhich } from '../questions/askWhich.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import { openCards } from '../tasks/cards.ts';
import { startRating } from './rateCase.ts';
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

const rateOne = (scene: Scene, number: string, said: SaidRating): Step => {
  const { overall, openness, result, opinion } = said;
  const parts: Pick<Rating, 'openness' | 'result'> = {
    ...(openness === undefined ? {} : { openness }),
    ...(result === undefined ? {} : { result }),
  };
  if (overall !== undefined) return startRating(scene, number, { ...parts, overall }, opinion);
  const question = {
    kind: 'overall',
    number,
    parts: { ...parts, ...(opinion === '' ? {} : { opinion }) },
  } as const;
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};

/** Grades as one word: all three in their order, or 总体 alone. */
const wordOf = ({ openness, result, overall = 'C' }: SaidRating): string =>
  openness && result ? `${openness}${result}${overall}` : overall;

const pendingNumber = ({ session: { question } }: Scene): string | undefined =>
  question?.kind === 'rate' || question?.kind === 'grade' ? question.number : undefined;
