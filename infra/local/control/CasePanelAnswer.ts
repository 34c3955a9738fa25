import type { CaseAnswer } from '../../../shared/contracts/caseAnswer.ts';
import type { Named, PhoneOf } from './Phone.ts';

/** Somebody whose turn it is, where they talk, and how their phone is opened; absent where no phone of the local page is theirs. */
export interface TurnPerson extends Named {
  readonly conversation: string;
  readonly open?: PhoneOf;
}

/** A post whose turn it is. */
export interface CaseTurn {
  /** The post or unit, for when nobody answers in it. */
  readonly ownerName: string;
  /** Those who may act, who has the task first; of experts those who have not answered yet. */
  readonly people: readonly TurnPerson[];
}

/** A case as the local page shows it: all that anybody may see of it, and whose turn it is by name. */
export interface CasePanelAnswer {
  readonly shown: CaseAnswer;
  readonly turns: readonly CaseTurn[];
  /** Numbers of the cases that were merged into it. */
  readonly merged: readonly string[];
}
