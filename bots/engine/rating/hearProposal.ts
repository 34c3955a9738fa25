import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { hearReportText } from '../report/hearReport.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { moodOfWork } from './moodOfWork.ts';
import { proposeGrade, takeProposal } from './rateCase.ts';
import { showGrades } from './showGrades.ts';

type Proposal = Extract<Question, { kind: 'grade' }>;

/** Free words to 「就这样评吗」: yes, no, or more of the same, which joins the opinion. */
export const hearProposal = (scene: Scene, question: Proposal, raw: string): Step => {
  switch (readYesNo(raw)) {
    case 'yes':
      return takeProposal(scene, question);
    case 'no':
      return showGrades(scene, question.number, say.chooseGrade);
    default:
      return hearMore(scene, question, raw);
  }
};

const hearMore = (scene: Scene, question: Proposal, raw: string): Step => {
  const mood = moodOfWork(scene, raw);
  if (mood === 'mixed' || mood === 'takenBack') return showGrades(scene, question.number, say.chooseGrade);
  if (mood) return proposeGrade(scene, question.number, mood, `${question.words}，${raw}`);
  if (reports(scene, raw)) return hearReportText(free(scene), raw);
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know, say.chooseOneGrade));
};

/** 不是评价: the words were a new report, or nothing to go by. */
export const notAGrade = (scene: Scene, { number, words }: Proposal): Step =>
  reports(scene, words)
    ? hearReportText(free(scene), words)
    : showGrades(scene, number, say.notARating(number));

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));

const reports = ({ know }: Scene, words: string): boolean =>
  know.classify(words).guesses.length > 0 || know.findPlaces(words).length > 0;
