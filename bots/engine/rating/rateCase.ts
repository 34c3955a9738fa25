import type { Case, Grade, Rating } from '../../../shared/domain/case/Case.ts';
import { isVisiting } from '../../../shared/domain/case/rules/rating.ts';
import { type Mood, readMood } from '../../../shared/domain/text/readMood.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { asks, caseOf, done, type Scene, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { act } from '../tasks/act.ts';
import { closeCase } from '../tasks/cards.ts';
import { showGrades } from './showGrades.ts';

type Pending = Extract<Question, { kind: 'rate' }>;
type Proposal = Extract<Question, { kind: 'grade' }>;

/** What was graded; 总体 always. */
type Graded = Pick<Rating, 'overall' | 'openness' | 'result'>;

/** A grade with words is filed at once; a bare one asks once whether there is more to say. */
export const startRating = (
  scene: Scene,
  number: string,
  graded: Graded,
  opinion: string | undefined,
): Step => {
  const { question } = scene.session;
  const { overall: grade, ...parts } = graded;
  const mood = opinion && (grade === 'A' || grade === 'B') ? readMood(opinion) : undefined;
  // 「A 才怪」 is no A.
  if (mood === 'takenBack') return showGrades(scene, number, say.chooseGrade);
  // A grade instead of the one that was proposed counts as it is, with the words that led to the proposal.
  if (question?.kind === 'grade' && question.number === number)
    return takeProposal(scene, { ...question, grade, words: opinion || question.words });
  if (!opinion) return ask(scene, { kind: 'rate', number, grade, ...parts });
  // 「A」 with 「还没修好」 is a slip of one of the two.
  return mood === 'bad'
    ? ask(scene, { kind: 'grade', number, grade: 'D', words: opinion })
    : fileRating(scene, number, { ...graded, opinion });
};

/** The grade that words sound like, to be said yes to. */
const PROPOSED: Readonly<Record<Mood, Grade>> = { good: 'B', soso: 'C', bad: 'D' };

/** 「还没修好」 is no grade: one is proposed, and the words become the opinion. */
export const proposeGrade = (scene: Scene, number: string, mood: Mood, words: string): Step =>
  ask(scene, { kind: 'grade', number, grade: PROPOSED[mood], words });

/** 是: what was proposed. Words that only say the grade again are no opinion. */
export const takeProposal = (scene: Scene, { number, grade, words }: Proposal): Step => {
  const opinion = MERE_GRADE.test(trimSaid(words)) ? undefined : words;
  return opinion
    ? fileRating(scene, number, { overall: grade, opinion })
    : ask(scene, { kind: 'rate', number, grade });
};

const MERE_GRADE =
  /^(?:很|太|真|挺|非常|特别|有点)?(?:差|差劲|差评|不好|不行|好|好的|不错|一般|一般般|还行|还可以|还好|满意|不满意?|不太满意?)(?:了|的|啊)?$/u;

const ask = (scene: Scene, question: Question): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know));

export const fileRating = (scene: Scene, number: string, rating: Rating): Step =>
  act(scene, number, { type: 'rate', rating }, (state) =>
    done(closeCase(scene.session, number), { text: ratedText(rating, state) }),
  );

/** What was rated, said back, and what becomes of it: filed, kept open for others, or somebody calls back. */
export const ratedText = (rating: Rating, state: Case): string => {
  const { overall, opinion, openness, result } = rating;
  const parts = [
    ...(openness === undefined ? [] : [say.parts.openness(openness)]),
    ...(result === undefined ? [] : [say.parts.result(result)]),
  ];
  const told = say.ratedAs({ grade: overall, name: say.grades[overall], parts, opinion });
  return `${told}\n${nextOf(state)}`;
};

const nextOf = (state: Case): string => {
  if (isVisiting(state)) return say.willVisit(formatForPeople(state.clock?.due ?? state.openedAt));
  return state.stage === 'rating' ? say.othersRate : say.ratedFiled;
};

/** The grades of a pending question. */
export const ratingOf = ({ grade, openness, result }: Pending): Graded => ({
  overall: grade,
  ...(openness === undefined ? {} : { openness }),
  ...(result === undefined ? {} : { result }),
});

/** A grade that was given must not be lost because the question after it stayed open: it is filed without an opinion. */
export const settleGrade = (
  scene: Scene,
  pending: Pending,
  then: (scene: Scene, state: Case | undefined) => Step,
): Step => {
  const { number } = pending;
  const command = { type: 'rate', rating: ratingOf(pending) } as const;
  const answer = scene.answers.settle;
  if (!answer) return asks({ key: 'settle', kind: 'act', number, command });
  const result = caseOf(answer);
  return then(
    withSession(scene, closeCase(scene.session, number)),
    'case' in result ? result.case : undefined,
  );
};
