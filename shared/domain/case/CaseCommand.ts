import type { Change } from '../ledger/changedHolders.ts';
import type { Instant } from '../time/Instant.ts';
import type { CasePlace, Joined, Owner, Privacy, Rating, Stage } from './Case.ts';

/** What can be asked of a case. Reports, reasons and opinions are words a person wrote. */
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
      readonly privacy?: Privacy;
      /** 举报: code of the unit that is complained about. */
      readonly about?: string;
      /** 巡查上报: staff found it. With `solved` it is put right already. */
      readonly patrol?: { readonly solved?: { readonly report: string; readonly photos: readonly string[] } };
      /** 容缺受理: codes of materials that will come later, and the words that promise them. */
      readonly owes?: { readonly materials: readonly string[]; readonly promise: string };
    }
  | { readonly type: 'supplement'; readonly text?: string; readonly photos?: readonly string[] }
  | {
      readonly type: 'supply';
      readonly material: string;
      readonly text?: string;
      readonly photos?: readonly string[];
    }
  | { readonly type: 'withdraw'; readonly reason?: string }
  | { readonly type: 'appeal'; readonly reason: string }
  | { readonly type: 'urge' }
  | { readonly type: 'rate'; readonly rating: Rating }
  | { readonly type: 'verify' }
  /**
   * What is absent stays as it is. `condition`: a code of the service; without one, the service's first. `urgent` wins over what the
   * condition says.
   */
  | {
      readonly type: 'correct';
      readonly service?: string;
      readonly condition?: string;
      readonly urgent?: boolean;
      readonly place?: CasePlace;
    }
  | { readonly type: 'decline'; readonly reason: string }
  /** `into`: what is known of the other case; the caller has looked. */
  | {
      readonly type: 'merge';
      readonly into: {
        readonly number: string;
        readonly openedAt: Instant;
        readonly stage: Stage;
        readonly about?: string;
        /** How many cases were merged into it. */
        readonly joined?: number;
      };
    }
  | { readonly type: 'solve'; readonly report: string; readonly photos: readonly string[] }
  | { readonly type: 'accept' }
  | { readonly type: 'dispatch'; readonly unit: string; readonly assist?: readonly Assist[] }
  /** The desk overrules routing, or what stood before. */
  | {
      readonly type: 'redispatch';
      readonly unit: string;
      readonly assist?: readonly Assist[];
      readonly reason: string;
    }
  | { readonly type: 'conclude'; readonly reason: string }
  | { readonly type: 'sign' }
  | { readonly type: 'finish'; readonly report: string; readonly photos: readonly string[] }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'transfer'; readonly to: { readonly person: string } | { readonly unit: string } }
  | { readonly type: 'cohandle'; readonly unit: string; readonly reason: string }
  /** `by`: a duration such as `2wd`. */
  | { readonly type: 'extend'; readonly by: string; readonly reason: string }
  | { readonly type: 'suspend'; readonly reason: string }
  | { readonly type: 'resume' }
  | { readonly type: 'approve' }
  | { readonly type: 'reject'; readonly reason: string }
  | { readonly type: 'ask'; readonly question: string }
  | { readonly type: 'consult'; readonly question: string }
  | { readonly type: 'opine'; readonly accept: boolean; readonly words: string }
  | { readonly type: 'pass' }
  | { readonly type: 'fail'; readonly reason: string }
  /** `agreed`: the resident is content with how it is. */
  | { readonly type: 'visit'; readonly agreed: boolean; readonly words: string }
  /** Residents of another case that was merged into this one. `child`: that case. */
  | { readonly type: 'join'; readonly child: string; readonly cases: readonly Joined[] }
  /** The case it was merged into is gone: it goes on by itself. */
  | { readonly type: 'unmerge' }
  /** 交接: others answer for the post whose turn it is than when it came to it. `until`: what came later came to them at once. */
  | (Change & { readonly type: 'handOver'; readonly owner: Owner; readonly until: Instant })
  | { readonly type: 'tick' };

/** A unit that helps. `after`: it begins when that unit has done its own. */
export interface Assist {
  readonly unit: string;
  readonly after?: string;
}

export type CommandType = CaseCommand['type'];
