import type { Reply } from '../../shared/contracts/reply.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Step } from './Dialog.ts';
import { staff } from './phrases/staff.ts';
import { askQuestion } from './questions/askQuestion.ts';
import { askForm } from './report/askForm.ts';
import { isBare } from './report/Form.ts';
import { done, type Scene } from './Scene.ts';
import type { Question, Session } from './Session.ts';

/** What the person was asked last and has not answered: a question stands before the form. */
const runningPrompt = (session: Session, know: Knowledge, lead = ''): Reply | undefined => {
  const question = runningQuestion(session);
  if (question) return askQuestion(question, know, `${about(question)}${lead}`);
  return session.form ? askForm(session.form, know, lead) : undefined;
};

/** A question about a task that is asked again names its case: another card may stand in between. */
const about = (question: Question): string =>
  'number' in question && !('about' in question) && !OF_REPORTERS.has(question.kind)
    ? staff.aboutCase(question.number)
    : '';

const OF_REPORTERS: ReadonlySet<Question['kind']> = new Set([
  'rate',
  'grade',
  'supplement',
  'appeal',
  'supply',
  'overall',
]);

const isIdle = ({ kind }: Question): boolean => kind === 'offer';

/** What is being asked; buttons under an answer ask for nothing. */
export const runningQuestion = ({ question }: Session): Question | undefined =>
  question && !isIdle(question) ? question : undefined;

/** Something was begun that is worth going on with. */
export const isBusy = (session: Session): boolean =>
  runningQuestion(session) !== undefined || (session.form !== undefined && !isBare(session.form));

/** An answer to something else, after which the person is reminded of what was being asked. */
export const doneAside = (scene: Scene, ...replies: readonly Reply[]): Step => {
  const prompt = isBusy(scene.session) ? runningPrompt(scene.session, scene.know) : undefined;
  return done(scene.session, ...replies, ...(prompt ? [prompt] : []));
};

/** Says something and asks again; without anything running it says the `idle` sentence. */
export const askAgain = (scene: Scene, lead: string, idle: string): Step =>
  done(scene.session, runningPrompt(scene.session, scene.know, lead) ?? { text: idle });

/**
 * Numbers belong to what is running. When a card with buttons comes in between, the running buttons are shown once more,
 * so that the numbers on the screen are those that count.
 */
export const keepNumbersClear = (step: Step, know: Knowledge): Step => {
  if (step.kind === 'asks' || !step.replies.some(({ card }) => card !== undefined)) return step;
  const prompt = runningPrompt(step.session, know);
  if (!prompt?.choices || step.replies.at(-1)?.text === prompt.text) return step;
  return { ...step, replies: [...step.replies, prompt] };
};
