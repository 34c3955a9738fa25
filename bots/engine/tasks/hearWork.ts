import type { Case } from '../../../shared/domain/case/Case.ts';
import { dateText, dayOf } from '../../../shared/domain/time/Instant.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { hearReportText } from '../report/hearReport.ts';
import { asks, casesOf, done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { CardKind, Question } from '../Session.ts';
import { openCards } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
import { nameCase } from './nameCase.ts';
import { perform } from './perform.ts';
import { performOne } from './performOne.ts';
import { readVerdict } from './readVerdict.ts';
import { dealAgain } from './showCard.ts';
import { tellsOfWork } from './tellsOfWork.ts';

type Work = Extract<Question, { kind: 'work' }>;

const { finish: FINISH, sign: SIGN, pass: PASS, fail: FAIL } = say.labels;

/**
 * What somebody of the staff says of work, without a label. To a card that asks for a check it is the verdict; from somebody of a
 * unit it is rather about a task in hand than a new report: they are asked, once.
 */
export const hearWork = (scene: Scene, raw: string): Step | undefined => {
  if (scene.turn.person === undefined) return undefined;
  const kinds = new Set(openCards(scene.session).map(({ kind }) => kind));
  const inHand = [...IN_HAND].some((kind) => kinds.has(kind));
  if (kinds.has('check') && !inHand) return hearVerdict(scene, raw);
  if (!isAboutWork(scene, raw)) return undefined;
  if (kinds.has('check')) return done(scene.session, { text: say.hint(openCards(scene.session).length) });
  return inHand || isOfUnit(scene) ? askWork(scene, raw) : undefined;
};

/** Words that name a matter plainly are a new report. */
const isAboutWork = ({ know }: Scene, raw: string): boolean => !know.classify(raw).sure && tellsOfWork(raw);

/** Says that it is as it was before: 「路灯还是不亮」 is about what is to be checked, however plainly it names a matter. */
const REFERS_BACK = /还是?|又|仍|依然|照样|没(?!人|有人)|不好/u;

const hearVerdict = (scene: Scene, raw: string): Step | undefined => {
  const elsewhere = scene.know.findPlaces(raw).length > 0;
  const verdict = elsewhere ? undefined : readVerdict(raw);
  const isNew = scene.know.classify(raw).sure && !REFERS_BACK.test(raw);
  if (verdict === undefined || isNew) return isAboutWork(scene, raw) ? askVerdict(scene) : undefined;
  return verdict === 'holds'
    ? performOne(scene, { type: 'pass' }, { word: PASS, meant: true })
    : performOne(scene, { type: 'fail' }, { word: FAIL, words: raw, meant: true });
};

/** About the work, and no verdict: the only card that asks for one shows its buttons once more. */
const askVerdict = (scene: Scene): Step => {
  const cards = openCards(scene.session);
  const [card, ...others] = cards.filter(({ kind }) => kind === 'check');
  if (!card || others.length > 0) return done(scene.session, { text: say.hint(cards.length) });
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text: `${say.aboutCase(card.number)}${say.askVerdict}`, ...buttons });
};

const isOfUnit = ({ turn, know }: Scene): boolean =>
  know
    .posts(turn.person ?? '', dateText(dayOf(turn.at)))
    .some(({ role, unit }) => unit !== undefined && (role === 'handler' || role === 'leader'));

const askWork = (scene: Scene, raw: string): Step | undefined => {
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  const worked = (task: Case, kinds: ReadonlySet<CardKind>): boolean =>
    cardsFor(scene, task).some((kind) => kinds.has(kind));
  const tasks = casesOf(answer).filter((task) => worked(task, IN_HAND));
  const [first] = tasks;
  if (!first) return undefined;
  const question: Work = {
    kind: 'work',
    words: raw,
    ...(tasks.length === 1 ? { number: first.number } : {}),
    about: tasks.length === 1 ? say.thisTask(nameCase(first, scene.know)) : say.tasksInHand(tasks.length),
    signed: tasks.some((task) => worked(task, SIGNED)),
  };
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know));
};

const SIGNED: ReadonlySet<CardKind> = new Set(['finish', 'assistFinish']);
const IN_HAND: ReadonlySet<CardKind> = new Set([...SIGNED, 'sign', 'assistSign']);

/** 办结, or 签收 first: with what was said. */
export const takeAsWork = (scene: Scene, { words, number, signed }: Work): Step => {
  const free = withSession(scene, withoutQuestion(scene.session));
  const said = signed ? { word: FINISH, words } : { word: SIGN };
  const action = { type: signed ? 'finish' : 'sign' } as const;
  return number === undefined
    ? performOne(free, action, said)
    : perform(free, { number, action, ...(signed ? { words } : {}) });
};

/** 上报: it was something new after all. */
export const takeAsReport = (scene: Scene, { words }: Work): Step =>
  hearReportText(withSession(scene, withoutQuestion(scene.session)), words);
