import type { Change } from '../ledger/changedHolders.ts';
import type { Instant } from '../time/Instant.ts';
import type { CasePlace, Owner, Rating } from './Case.ts';

/** What can be asked of a case. */
export type CaseCommand =
  | {
      readonly type: 'open';
      readonly service: string;
      /** A code of the service; without one, the service's first. */
      readonly condition?: string;
      readonly place: CasePlace;
      readonly text: string;
      readonly photos: readonly string[];
      readonly reporter: string;
      readonly phone?: string;
    }
  | { readonly type: 'supplement'; readonly text?: string; readonly photos?: readonly string[] }
  | { readonly type: 'verify' }
  /** `condition`: a code of the service; without one, the service's first. */
  | { readonly type: 'correct'; readonly service: string; readonly condition?: string }
  | { readonly type: 'decline'; readonly reason: string }
  | { readonly type: 'dispatch'; readonly unit: string }
  | { readonly type: 'sign' }
  | { readonly type: 'finish'; readonly report: string; readonly photos: readonly string[] }
  | { readonly type: 'pass' }
  | { readonly type: 'fail'; readonly reason: string }
  | { readonly type: 'rate'; readonly rating: Rating }
  /** 交接: others answer for the post whose turn it is than when it came to it. `until`: what came later came to them at once. */
  | (Change & { readonly type: 'handOver'; readonly owner: Owner; readonly until: Instant })
  | { readonly type: 'tick' };

export type CommandType = CaseCommand['type'];
