import type { Grade } from '../../shared/domain/case/Case.ts';
import type { DateText, Instant } from '../../shared/domain/time/Instant.ts';
import type { AskedFor, OwnQuestion } from './own/OwnQuestion.ts';
import type { Form } from './report/Form.ts';
import type { Detail } from './tasks/details/Detail.ts';

/** So many messages back, one delivered again is known. */
export const REMEMBERED = 16;

/** What a conversation remembers between turns. Small on purpose: it is written with every turn. The engine owns its inside. */
export interface Session {
  /** Short ids of the last inbound messages, newest last, so that a message delivered again changes nothing. */
  readonly seen: readonly string[];
  /** When the person last spoke; notices do not count. */
  readonly lastAt: Instant;
  /** Numbers filed last, newest last: the list of a person's reports follows a moment later. */
  readonly filed?: readonly string[];
  /** The report being filled in. */
  readonly form?: Form;
  /** The cell whose posted code the conversation was opened by, while it goes on. */
  readonly cell?: string;
  /** A notice came in after the form, or a question, was last asked about: a mere 「好的」 may be meant for that. */
  readonly interrupted?: true;
  /** What was asked last besides the form; it stands before the form and leaves it untouched. */
  readonly question?: Question;
  /** What handling units asked and still wait for: what is said with nothing else begun is the answer. */
  readonly asked?: readonly AskedFor[];
  /** Cards whose buttons still work, oldest first: card id → what is asked. */
  readonly cards?: Readonly<Record<string, CardKind>>;
  /** Cases that may be the same matter as one whose card is open, as its card named them: number → numbers. */
  readonly near?: Readonly<Record<string, readonly string[]>>;
  /** The case whose card is the last menu the person was shown when they asked: a number, a label or a photo is of that case. */
  readonly focus?: string;
}

export type CardKind =
  | 'verify'
  /** 申诉: an appeal. */
  | 'appeal'
  | 'dispatch'
  /** After the last round of rework. */
  | 'decide'
  | 'sign'
  | 'finish'
  /** 协办: the share of a unit that helps. */
  | 'assistSign'
  | 'assistFinish'
  | 'suspended'
  | 'approve'
  | 'expert'
  | 'check'
  /** 回访 */
  | 'visit'
  /** The dispatcher's desk, beside whose turn it is. */
  | 'desk'
  | 'rate';

export type Question =
  /** `reason`: given in words of their own, to be said yes to: whoever reported it will read it. */
  | {
      readonly kind: 'decline' | 'fail';
      readonly number: string;
      readonly reason?: string;
      /** 不予受理, of what is not for the supervisor to call untrue. */
      readonly refuses?: true;
    }
  | { readonly kind: 'correct'; readonly number: string; readonly guesses?: readonly string[] }
  /** What is wrong with how the case is filed: the service, its condition (情形) alone, where it is, how urgent. */
  | {
      readonly kind: 'correctPart';
      readonly number: string;
      /** What and where it is, as it is named back. */
      readonly about: string;
      readonly service: string;
      readonly condition: string;
    }
  | { readonly kind: 'condition'; readonly number: string; readonly service: string }
  | {
      readonly kind: 'finish';
      readonly number: string;
      /** 当场办结: of a case that is to be verified, or of a finding on patrol that is not filed yet. A photo has to be shown. */
      readonly onSpot?: 'case' | 'patrol';
      /** What and where it is, as it is named back. */
      readonly about?: string;
      readonly words?: string;
      readonly photos: readonly string[];
      /** There will be no photo. */
      readonly noPhoto?: true;
      /** A part of the words says that it is not done: only 直接提交 reports them, and other words take their place. */
      readonly doubt?: true;
    }
  | Detail
  | OwnQuestion
  /** `openness`, `result`: where those were graded as well. */
  | {
      readonly kind: 'rate';
      readonly number: string;
      readonly grade: Grade;
      readonly openness?: Grade;
      readonly result?: Grade;
    }
  /** A grade that the words sound like; nothing is filed until the person says so. */
  | { readonly kind: 'grade'; readonly number: string; readonly grade: Grade; readonly words: string }
  /** `doubt`: words that may rather be about something else; they wait for the answer. */
  | { readonly kind: 'supplement'; readonly number: string; readonly doubt?: string }
  /** Is the form to be cleared? */
  | { readonly kind: 'drop' }
  /** Of two matters the first is done: go on with the second? */
  | { readonly kind: 'later'; readonly words: string }
  /** Of a one-time code. */
  | { readonly kind: 'bind' }
  /** Shall this account not speak for the person any more? */
  | { readonly kind: 'unbind'; readonly person: string; readonly who: string }
  /** Which days are asked for, or `days` are shown back; `shown`: as they are, and who stands in. */
  | {
      readonly kind: 'leave';
      readonly days?: { readonly from: DateText; readonly to?: DateText };
      readonly shown?: { readonly days: string; readonly standIns: string };
      /** So many days were asked for, and not yet from when on. */
      readonly count?: number;
    }
  /** Words of somebody of a unit that seem to tell how a task goes. `number`: of the only one there is; `signed`: 办结 is possible. */
  | {
      readonly kind: 'work';
      readonly words: string;
      readonly number?: string;
      readonly about: string;
      readonly signed: boolean;
    }
  | Which;

/** One word fits several cases: which one is meant? */
export interface Which {
  readonly kind: 'which';
  /** What to do with the case that is chosen: a global word, a button's label, or a button's number. */
  readonly word: string;
  readonly numbers: readonly string[];
  /** What was said with the word. */
  readonly words?: string;
  readonly photo?: string;
}
