import type { Rating } from '../../../shared/domain/case/Case.ts';

/** What whoever reported a case can do with it; as the button says it. */
export const OWN_ACTS = ['催一催', '补充', '撤销', '申诉', '补交', '时限怎么算的'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

/** What whoever reported a case is asked about it. */
export type OwnQuestion =
  /** Buttons under what was just told. Nobody is held to them: whoever says something else has gone on. */
  | { readonly kind: 'offer'; readonly number: string; readonly acts: readonly OwnAct[] }
  /** Really? `about`: what and where it is. */
  | {
      readonly kind: 'withdraw';
      readonly number: string;
      readonly about: string;
      readonly reason?: string;
    }
  /** Why the refusal is not right. */
  | { readonly kind: 'appeal'; readonly number: string }
  /** Which of the owed materials comes; then the material itself. */
  | {
      readonly kind: 'supply';
      readonly number: string;
      readonly owed: readonly OwedName[];
      readonly material?: OwedName;
    }
  /** 总体, where only the other two were graded. */
  | {
      readonly kind: 'overall';
      readonly number: string;
      readonly parts: Pick<Rating, 'openness' | 'result' | 'opinion'>;
    };

export interface OwedName {
  readonly code: string;
  readonly name: string;
}

/** What the handling unit asked a resident and still waits for. */
export interface AskedFor {
  readonly number: string;
  readonly words: string;
}
