import type { Grade } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { CardKind } from '../Session.ts';
import type { Choice } from '../words/chooseFrom.ts';
import type { Action } from './Action.ts';

/** Every kind of card: one with 受理 of its own before another that has it as well. */
export const CARD_KINDS: readonly CardKind[] = [
  'verify',
  'appeal',
  'sign',
  'finish',
  'assistSign',
  'assistFinish',
  'suspended',
  'check',
  'approve',
  'expert',
  'visit',
  'desk',
  'rate',
  'dispatch',
  'decide',
];

/** Most units on a dispatcher's card; others are typed. */
const MOST_UNITS = 9;

/** The buttons of a card: only what works at that stage. Their order stays: people know the numbers. */
export const cardMenu = (kind: CardKind, know: Knowledge): readonly Choice<Action>[] =>
  ofUnits(kind) ? [...unitChoices(know).slice(0, MOST_UNITS), ...PLAIN[kind]] : PLAIN[kind];

/** What can be typed for a card: of a dispatcher's, every unit. */
export const cardWords = (kind: CardKind, know: Knowledge): readonly Choice<Action>[] =>
  ofUnits(kind) ? [...unitChoices(know), ...PLAIN[kind]] : PLAIN[kind];

/** Whether a card has a button for it. */
export const offers = (kind: CardKind, { type }: Action): boolean =>
  (type === 'dispatch' && ofUnits(kind)) || PLAIN[kind].some(({ value }) => value.type === type);

const ofUnits = (kind: CardKind): boolean => kind === 'dispatch' || kind === 'decide';

const unitChoices = (know: Knowledge): readonly Choice<Action>[] =>
  know.city.units.map(({ code, name }) => ({ label: name, value: { type: 'dispatch', unit: code } }));

type Plain = Exclude<Action, { type: 'dispatch' | 'rate' }>['type'];

const button = (type: Plain, label: string, also: readonly string[] = []): Choice<Action> => ({
  label,
  value: { type },
  also,
});

const { labels: LABEL, also: ALSO } = staff;

const ASK = button('ask', LABEL.ask, ALSO.ask);
const CONSULT = button('consult', LABEL.consult, ALSO.consult);
const MERGE = button('merge', LABEL.merge, ALSO.merge);
const SIGN = button('sign', LABEL.sign);
const FINISH = button('finish', LABEL.finish);
const RETURN = button('return', LABEL.return, ALSO.return);
const EXTEND = button('extend', LABEL.extend, ALSO.extend);
const COHANDLE = button('cohandle', LABEL.cohandle, ALSO.cohandle);
const TRANSFER = button('transfer', LABEL.transfer, ALSO.transfer);

const gradeChoice = (grade: Grade, more: readonly string[]): Choice<Action> => {
  const name = resident.grades[grade];
  return { label: `${grade} ${name}`, value: { type: 'rate', grade }, also: [grade, name, ...more] };
};

const PLAIN: Readonly<Record<CardKind, readonly Choice<Action>[]>> = {
  verify: [
    button('verify', LABEL.verify),
    button('decline', LABEL.untrue),
    button('correct', LABEL.correct),
    MERGE,
    button('solve', LABEL.solve, ALSO.solve),
    ASK,
    CONSULT,
  ],
  appeal: [
    button('accept', LABEL.accept, ALSO.accept),
    button('decline', LABEL.uphold, ALSO.decline),
    CONSULT,
  ],
  dispatch: [button('decline', LABEL.decline, ALSO.decline), MERGE, ASK, CONSULT],
  decide: [button('conclude', LABEL.conclude, ALSO.conclude)],
  sign: [SIGN, RETURN, TRANSFER, COHANDLE, ASK],
  finish: [
    FINISH,
    RETURN,
    EXTEND,
    COHANDLE,
    TRANSFER,
    button('suspend', LABEL.suspend, ALSO.suspend),
    ASK,
    CONSULT,
  ],
  assistSign: [SIGN, RETURN, TRANSFER],
  assistFinish: [FINISH, RETURN, EXTEND, TRANSFER],
  suspended: [
    button('resume', LABEL.resume, ALSO.resume),
    button('suspend', LABEL.suspendOn, [LABEL.suspend, ...ALSO.suspend]),
  ],
  approve: [button('approve', LABEL.approve, ALSO.approve), button('reject', LABEL.reject, ALSO.reject)],
  expert: [
    button('accept', LABEL.opineFor, [LABEL.accept, ...ALSO.accept]),
    button('decline', LABEL.decline, ALSO.decline),
  ],
  check: [button('pass', LABEL.pass), button('fail', LABEL.fail)],
  visit: [
    button('content', LABEL.content, ALSO.content),
    button('discontent', LABEL.discontent, ALSO.discontent),
  ],
  desk: [button('redispatch', LABEL.redispatch, ALSO.redispatch)],
  rate: [
    gradeChoice('A', ['很满意', '十分满意', '特别满意']),
    gradeChoice('B', ['比较满意']),
    gradeChoice('C', ['一般般']),
    gradeChoice('D', ['很不满意', '非常不满意', '不太满意', '差评']),
  ],
};
