import type { Grade, Rating } from '../../../shared/domain/case/Case.ts';
import { type Mood, readMood } from '../../../shared/domain/text/readMood.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { asks, done, type Scene, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { act } from '../tasks/act.ts';
import { closeCase } from '../tasks/cards.ts';
import { showGrades } from './showGrades.ts';

type Pending = Extract<Question, { kind: 'rate' }>;
type Proposal = Extract<Question, { kind: 'grade' }>;

/** A grade with words is filed at once; a bare one asks once whether there is more to say. */
export const startRating = (
  scene: Scene,
  number: string,
  grade: Rating['overall'],
  opinion: string | undefined,
): Step => {
  const { question } = scene.session;
  const mood = opinion && (grade === 'A' || grade === 'B') ? readMood(opinion) : undefined;
  // 「A 才怪」 is no A.
  if (mood === 'takenBack') return showGrades(scene, number, say.chooseGrade);
  // A grade instead of the one that was proposed counts as it is, with the words that led to the proposal.
  if (question?.kind === 'grade' && question.number === number)
    return takeProposal(scene, { ...question, grade, words: opinion || question.words });
  if (!opinion) return ask(scene, { kind: 'rate', number, grade });
  // 「A」 with 「还没修好」 is a slip of one of the two.
  return mood === 'bad'
    ? ask(scene, { kind: 'grade', number, grade: 'D', words: opinion })
    : fileRating(scene, number, { overall: grade, opinion });
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
  act(scene, number, { type: 'rate', rating }, () =>
    done(closeCase(scene.session, number), { text: ratedText(rating) }),
  );

/** What was rated, said back. */
export const ratedText = ({ overall, opinion }: Rating): string =>
  say.ratedAs({
    grade: overall,
    name: say.grades[overall],
    opinion,
    sorry: overall === 'C' || overall === 'D',
  });

/** A grade that was given must not be lost because the question after it stayed open: it is filed without an opinion. */
export const settleGrade = (scene: Scene, { number, grade }: Pending, then: (scene: Scene) => Step): Step => {
  const command = { type: 'rate', rating: { overall: grade } } as const;
  if (!scene.answers.settle) return asks({ key: 'settle', kind: 'act', number, command });
  return then(withSession(scene, closeCase(scene.session, number)));
};
