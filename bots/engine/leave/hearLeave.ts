import type { StaffingRefusal } from '../../../shared/domain/ledger/StaffingRefusal.ts';
import { takeLeave } from '../../../shared/domain/ledger/takeLeave.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { type DateText, dateText, dayNumber, dayOf } from '../../../shared/domain/time/Instant.ts';
import { laterDate } from '../../../shared/domain/time/laterDate.ts';
import { type NamedDays, readDates } from '../../../shared/domain/time/readDates.ts';
import type { Answer, Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import { posts as say } from '../phrases/posts.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { doneAside, isBusy } from '../running.ts';
import { asks, done, type Scene, withoutQuestion, withQuestion, withSession } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { daysText } from './daysText.ts';
import { readLeave } from './readLeave.ts';

type LeaveQuestion = Extract<Question, { kind: 'leave' }>;

/** 请假 and 销假 of the staff. What only speaks of it does nothing, and is told how to. */
export const hearLeave = (scene: Scene, raw: string): Step | undefined => {
  if (scene.turn.person === undefined || scene.session.question?.kind === 'leave') return undefined;
  const words = readLeave(raw, todayOf(scene));
  switch (words?.kind) {
    case 'leave':
      if (isOfAnother(scene, raw)) return doneAside(scene, { text: say.hint });
      return words.named ? takeDays(scene, { kind: 'leave' }, words.named) : ask(scene, { kind: 'leave' });
    case 'return':
      return comeBack(scene);
    case 'mention':
      return isElse(scene, raw) ? undefined : doneAside(scene, { text: say.hint });
    default:
      return undefined;
  }
};

/** 「周永刚，请假到明天」 tells of somebody else; whoever calls their leader by name says 我. */
const isOfAnother = ({ turn, know }: Scene, raw: string): boolean => {
  const own = know.nameOf(turn.person ?? '');
  return (
    !/我|本人/u.test(raw) &&
    know.city.ledger.some(({ name }) => name !== own && name.length > 1 && raw.includes(name))
  );
};

/** A matter or a place in which the word only occurs, or an answer to what is being asked. */
const isElse = ({ session, know }: Scene, raw: string): boolean =>
  isBusy(session) || know.classify(raw).sure || know.findPlaces(raw).length > 0;

/** Free words to the question: days, yes, no. */
export const hearLeaveAnswer = (scene: Scene, question: LeaveQuestion, raw: string): Step => {
  const wish = readLeave(raw, todayOf(scene));
  if (wish?.kind === 'leave' && wish.named) return takeDays(scene, question, wish.named);
  const days = readDates(raw, todayOf(scene));
  if (days && MEANS_DAYS.test(days.rest)) return takeDays(scene, question, days.named);
  if (exactWord(raw, GIVES_UP) !== undefined || readYesNo(raw) === 'no') return dropLeave(scene);
  if (readYesNo(raw) === 'yes' && question.days) return file(scene, question.days);
  return ask(scene, question, question.days ? say.chooseOne : say.daysMissed);
};

const MEANS_DAYS = /^[\s\p{P}]*(?:我|想|要|就|那就?|改成?|改到|请|休|病|事|年|假|吧|的|了|[\s\p{P}])*$/u;
const GIVES_UP = ['不请了', '不请', '不请假', '不请假了', '不要请假', '算了'];

/** The buttons: 确认, 改日期, 不请了. */
export const chooseInLeave = (
  scene: Scene,
  question: LeaveQuestion,
  button: 'file' | 'change' | 'drop',
): Step => {
  if (button === 'drop') return dropLeave(scene);
  return button === 'file' && question.days ? file(scene, question.days) : ask(scene, { kind: 'leave' });
};

const takeDays = (scene: Scene, question: LeaveQuestion, named: NamedDays): Step => {
  switch (named.kind) {
    case 'noSuchDay':
      return ask(scene, omit(question, 'days'), say.noSuchDay(named.said));
    case 'count':
      return question.days === undefined
        ? ask(scene, { kind: 'leave', count: named.count })
        : propose(scene, { from: question.days.from, to: plusDays(question.days.from, named.count) });
    case 'until':
      return propose(scene, { from: firstOf(scene, question, named.to), to: named.to });
    case 'open':
      return propose(scene, withCount({ from: named.from }, question.count));
    case 'days': {
      const { from, to } = named;
      return propose(scene, from === to ? withCount({ from, to }, question.count) : { from, to });
    }
  }
};

/** 「到周五」: from the day that was shown, or so many days before, else from today. */
const firstOf = (scene: Scene, { days, count }: LeaveQuestion, to: DateText): DateText => {
  if (days) return days.from;
  return count === undefined ? todayOf(scene) : dateText(dayNumber(to) - count + 1);
};

interface Days {
  readonly from: DateText;
  readonly to?: DateText;
}

const withCount = (days: Days, count: number | undefined): Days =>
  count === undefined ? days : { from: days.from, to: plusDays(days.from, count) };

const plusDays = (from: DateText, count: number): DateText => dateText(dayNumber(from) + count - 1);

/** Shows the days and who stands in; or why that cannot be. */
const propose = (scene: Scene, days: Days): Step => {
  const { turn, know } = scene;
  const wanted = { person: turn.person ?? '', ...days };
  const today = todayOf(scene);
  const change = takeLeave(wanted, { staffing: know.staffing, rows: know.city.ledger, today });
  if (change.kind === 'refused') return refuse(scene, change.refusal);
  const standIns = change.standIns.map((person) => know.nameOf(person) ?? person).join('、');
  return ask(scene, { kind: 'leave', days, shown: { days: daysText(days, today), standIns } });
};

const file = (scene: Scene, days: Days): Step => {
  const answer = scene.answers.leave;
  if (!answer) return asks({ key: 'leave', kind: 'takeLeave', ...fromTodayOn(days, todayOf(scene)) });
  return settle(scene, answer, (text, standIns) => say.filed(text, standIns));
};

/** Days shown before midnight and confirmed after it. */
const fromTodayOn = (days: Days, today: DateText): Days =>
  days.to !== undefined && days.to < today ? days : { ...days, from: laterDate(days.from, today) };

const comeBack = (scene: Scene): Step => {
  const answer = scene.answers.leave;
  if (!answer) return asks({ key: 'leave', kind: 'endLeave' });
  return settle(scene, answer, (text) => say.back(text));
};

const settle = (scene: Scene, answer: Answer, tell: (days: string, standIns: string) => string): Step => {
  if (answer.kind !== 'leave') throw new Error(`${answer.kind} is no answer to a leave`);
  const { outcome } = answer;
  if (outcome.kind === 'refused') return refuse(scene, outcome.refusal);
  const names = outcome.standIns.map((person) => scene.know.nameOf(person) ?? person).join('、');
  return doneAside(free(scene), { text: tell(daysText(outcome.leave, todayOf(scene)), names) });
};

/** Other days help against some refusals: those are asked for again. */
const refuse = (scene: Scene, refusal: StaffingRefusal): Step => {
  switch (refusal.code) {
    case 'noSuchDay':
      return ask(scene, { kind: 'leave' }, say.noSuchDay(refusal.date));
    case 'datesPast':
    case 'datesReversed':
      return ask(scene, { kind: 'leave' }, say.refused[refusal.code]);
    case 'nobodyStandsIn':
      return doneAside(free(scene), {
        text: say.refused.nobodyStandsIn(scene.know.nameOf(refusal.person) ?? refusal.person),
      });
    default:
      return doneAside(free(scene), { text: say.refused[refusal.code] });
  }
};

const dropLeave = (scene: Scene): Step => doneAside(free(scene), { text: say.dropped });

const free = (scene: Scene): Scene => withSession(scene, withoutQuestion(scene.session));

const ask = (scene: Scene, question: LeaveQuestion, lead = ''): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));

const todayOf = ({ turn }: Scene): DateText => dateText(dayOf(turn.at));
