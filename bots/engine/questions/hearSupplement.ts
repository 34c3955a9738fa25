import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { supplementText } from '../cases/supplementCase.ts';
import type { Step } from '../Dialog.ts';
import { resident as say } from '../phrases/resident.ts';
import { newForm } from '../report/Form.ts';
import { hearReportText } from '../report/hearReport.ts';
import { isElsewhere, placeFromText } from '../report/placeFromText.ts';
import { showForm } from '../report/showForm.ts';
import { doneAside } from '../running.ts';
import { asks, caseOf, done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { isNothingMore } from '../words/isNothingMore.ts';
import { askQuestion } from './askQuestion.ts';

type Supplement = Extract<Question, { kind: 'supplement' }>;

/** 「不是补充」「不是这件」 */
const NOT_THIS = /^(?:这|那|我|说的)*不是(?:要|来|说|给)*(?:补充|这(?:一?[件个]|事)|它|同一[件个])/u;
/** 「是另一件事」「我要反映别的」 */
const ANOTHER =
  /^(?:这|那|我|要|想|说的?|还?是|有|报|还|先|反映|上报|投诉)*(?:(?:另外?|别|其[他它]|新)的?(?:一[件个]|[件个])?(?:事情?|问题)|(?:别|其[他它]|另外|新)的)(?:要[说报])?[了啊]?$/u;

/** Free words to 「补充什么」: more of the case, no more, or another matter; what may be either is asked about. */
export const hearSupplement = (scene: Scene, question: Supplement, raw: string): Step => {
  const clauses = raw.split(CLAUSES).filter(Boolean);
  const leaves = clauses.filter((one) => NOT_THIS.test(one) || ANOTHER.test(one));
  if (question.doubt !== undefined)
    return leaves.length > 0
      ? reportDoubt(scene, question)
      : done(scene.session, askQuestion(question, scene.know));
  if (isNothingMore(raw)) return endSupplement(scene);
  if (leaves.length > 0) return leave(scene, clauses, leaves);
  return compareWithCase(scene, question, raw);
};

/** More of the case; where the words may be of another matter that is asked. */
export const compareWithCase = (scene: Scene, question: Supplement, raw: string): Step =>
  speaksOfMore(scene.know, raw) ? compare(scene, question, raw) : supplementText(scene, question.number, raw);

/** 「我要反映别的」, and nothing else. */
export const asksForAnother = (raw: string): boolean => {
  const clauses = raw.split(CLAUSES).filter(Boolean);
  return clauses.length > 0 && clauses.every((one) => ANOTHER.test(one));
};

export const endSupplement = (scene: Scene, text: string = say.supplementEnd): Step =>
  doneAside(free(scene), { text });

/** 另一件事: what was said is a report of its own. */
export const reportDoubt = (scene: Scene, { doubt }: Supplement): Step =>
  hearReportText(free(scene), doubt ?? '');

const leave = (scene: Scene, clauses: readonly string[], leaves: readonly string[]): Step => {
  const rest = clauses.filter((one) => !leaves.includes(one)).join('，');
  if (contentOf(rest).length >= 2) return hearReportText(free(scene), rest);
  return leaves.some((one) => ANOTHER.test(one))
    ? startAnother(free(scene))
    : endSupplement(scene, say.supplementNotThis);
};

export const startAnother = (scene: Scene): Step => {
  const { form } = scene.session;
  return form
    ? showForm(scene, form)
    : done({ ...scene.session, form: newForm(scene.session) }, { text: say.startReport });
};

/** Names a place, or surely a service: worth looking whether they are those of the case. */
const speaksOfMore = (know: Knowledge, raw: string): boolean =>
  know.classify(raw).sure || placeFromText(raw, know).found.length > 0;

const compare = (scene: Scene, question: Supplement, raw: string): Step => {
  const answer = scene.answers.before;
  if (!answer) return asks({ key: 'before', kind: 'look', number: question.number });
  const result = caseOf(answer);
  if ('refusal' in result || !isOfAnother(scene.know, result.case, raw))
    return supplementText(scene, question.number, raw);
  const doubt: Question = { ...question, doubt: raw };
  return done(withQuestion(scene.session, doubt), askQuestion(doubt, scene.know));
};

const isOfAnother = (know: Knowledge, { service, place }: Case, raw: string): boolean => {
  const { guesses, sure } = know.classify(raw);
  return (sure && guesses[0]?.service !== service) || isElsewhere(raw, place, know);
};

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));
