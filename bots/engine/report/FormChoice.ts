import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import type { FormEdit } from './Form.ts';

export type FormCommand =
  | 'here'
  | 'noService'
  | 'noCondition'
  | 'noPlace'
  | 'noPhoto'
  | 'confirm'
  | 'solve'
  | 'cancel'
  | 'human'
  | 'back';

/** Of what only some reports have: a unit complained about, and materials. */
export type ExtraCommand = 'noUnit' | 'allThere' | 'someMissing' | 'noneElse' | 'promise' | 'noPromise';

export type ExtraChoice =
  | { readonly kind: 'accused' | 'lacks'; readonly code: string }
  | { readonly kind: ExtraCommand };

/** What a button of the form does. */
export type FormChoice =
  | { readonly kind: 'service'; readonly code: string }
  | { readonly kind: 'condition'; readonly code: string }
  | { readonly kind: 'place'; readonly place: CasePlace }
  | { readonly kind: 'edit'; readonly slot: 'menu' | FormEdit }
  | ExtraChoice
  | { readonly kind: FormCommand };
