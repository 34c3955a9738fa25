import type { Instant } from '../time/Instant.ts';
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
  /** Who handled never checks, and who refused never decides the appeal. */
  | { readonly code: 'selfCheck' }
  | { readonly code: 'nothingToAdd' }
  | { readonly code: 'textFull'; readonly most: number }
  | { readonly code: 'tooManyPhotos'; readonly most: number }
  | { readonly code: 'photoNeeded' }
  /** 并案 only into a case that was there before and goes on. */
  | { readonly code: 'cannotMerge'; readonly because: 'itself' | 'later' | 'ended' | 'accused' | 'full' }
  /** It went into another case: that one is meant. */
  | { readonly code: 'mergedInto'; readonly into: string }
  /** A danger to others does not go away by being taken back. */
  | { readonly code: 'publicMatter' }
  | { readonly code: 'appealedBefore' }
  | { readonly code: 'appealTooLate'; readonly until: Instant }
  | { readonly code: 'urgedAlready'; readonly again: Instant }
  /** The unit complained about gets no part in it. */
  | { readonly code: 'aboutUnit'; readonly unit: string }
  /** The unit is at it already. */
  | { readonly code: 'hasTask'; readonly unit: string }
  /** Nothing of it is this unit's now: it has signed already, or has not yet, or is done. */
  | { readonly code: 'noTask' }
  | { readonly code: 'returnedBefore' }
  | { readonly code: 'notInUnit' }
  /** Other units are still at it. */
  | { readonly code: 'assistsOpen'; readonly units: readonly string[] }
  | { readonly code: 'materialOwed'; readonly names: readonly string[] }
  | { readonly code: 'unknownMaterial'; readonly material: string }
  /** It must be there from the beginning. */
  | { readonly code: 'materialNeeded'; readonly name: string }
  | { readonly code: 'promiseNeeded' }
  | { readonly code: 'pastLimit' }
  | { readonly code: 'noMoreExtensions'; readonly most: number }
  | { readonly code: 'tooLong'; readonly most: string }
  | { readonly code: 'requestPending' }
  | { readonly code: 'noRequest' }
  | { readonly code: 'askedEnough'; readonly most: number }
  | { readonly code: 'noExperts' };
