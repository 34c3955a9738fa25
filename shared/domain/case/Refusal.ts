import type { Owner } from './Case.ts';

/** Why a command does not happen. Not a fault: nothing is retried, the person is told. */
export type Refusal =
  | { readonly code: 'notYours'; readonly stage: string }
  /** Others, by name, answer for the post now. */
  | { readonly code: 'handedOver'; readonly to: readonly string[]; readonly owner: Owner }
  | { readonly code: 'wrongStage'; readonly stage: string }
  | { readonly code: 'noSuchCase' }
  | { readonly code: 'alreadyOpen' }
  | { readonly code: 'unknownService'; readonly service: string }
  | { readonly code: 'unknownCondition'; readonly condition: string }
  /** A correction that changes nothing. */
  | { readonly code: 'sameService'; readonly service: string }
  | { readonly code: 'unknownUnit'; readonly unit: string }
  | { readonly code: 'outsideCity' }
  | { readonly code: 'selfCheck' }
  | { readonly code: 'nothingToAdd' }
  | { readonly code: 'textFull'; readonly most: number }
  | { readonly code: 'tooManyPhotos'; readonly most: number };
