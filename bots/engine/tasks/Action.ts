import type { Grade, Stage } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { CardKind } from '../Session.ts';
import type { Choice } from '../words/chooseFrom.ts';

/** What a button of a card does. */
export type Action =
  | { readonly type: 'verify' | 'decline' | 'correct' | 'sign' | 'finish' | 'pass' | 'fail' }
  | { readonly type: 'dispatch'; readonly unit: string }
  | { readonly type: 'rate'; readonly grade: Grade };

/** Most units on a dispatcher's card; others are typed. */
const MOST_UNITS = 9;

const [TRUE, UNTRUE, CORRECT] = staff.labels.verify;
const [SIGN] = staff.labels.sign;
const [FINISH] = staff.labels.finish;
const [PASS, FAIL] = staff.labels.check;

const RATE: readonly Choice<Action>[] = [
  gradeChoice('A', ['很满意', '十分满意', '特别满意']),
  gradeChoice('B', ['比较满意']),
  gradeChoice('C', ['一般般']),
  gradeChoice('D', ['很不满意', '非常不满意', '不太满意', '差评']),
];

function gradeChoice(grade: Grade, more: readonly string[]): Choice<Action> {
  const name = resident.grades[grade];
  return { label: `${grade} ${name}`, value: { type: 'rate', grade }, also: [grade, name, ...more] };
}

/** The buttons of a card: only what works at that stage. */
export const cardMenu = (kind: CardKind, know: Knowledge): readonly Choice<Action>[] => {
  switch (kind) {
    case 'verify':
      return [
        { label: TRUE, value: { type: 'verify' } },
        { label: UNTRUE, value: { type: 'decline' } },
        { label: CORRECT, value: { type: 'correct' } },
      ];
    case 'sign':
      return [{ label: SIGN, value: { type: 'sign' } }];
    case 'finish':
      return [{ label: FINISH, value: { type: 'finish' } }];
    case 'check':
      return [
        { label: PASS, value: { type: 'pass' } },
        { label: FAIL, value: { type: 'fail' } },
      ];
    case 'dispatch':
      return unitChoices(know).slice(0, MOST_UNITS);
    case 'rate':
      return RATE;
  }
};

/** What can be typed for a card: of a dispatcher's, every unit. */
export const cardWords = (kind: CardKind, know: Knowledge): readonly Choice<Action>[] =>
  kind === 'dispatch' ? unitChoices(know) : cardMenu(kind, know);

const unitChoices = (know: Knowledge): readonly Choice<Action>[] =>
  know.city.units.map(({ code, name }) => ({ label: name, value: { type: 'dispatch', unit: code } }));

const CARD_OF_STAGE: Partial<Record<Stage, CardKind>> = {
  verifying: 'verify',
  dispatching: 'dispatch',
  assigned: 'sign',
  handling: 'finish',
  checking: 'check',
  rating: 'rate',
};

/** The card that a case at this stage is worked with. */
export const cardOfStage = (stage: Stage): CardKind | undefined => CARD_OF_STAGE[stage];

/** The card an action is a button of. */
export const cardOfAction = (action: Action): CardKind => {
  switch (action.type) {
    case 'verify':
    case 'decline':
    case 'correct':
      return 'verify';
    case 'pass':
    case 'fail':
      return 'check';
    default:
      return action.type;
  }
};
