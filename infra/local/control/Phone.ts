import type { Role } from '../../../shared/domain/city/City.ts';

/** A post of the ledger, and which of those who hold it. Whoever answers instead of them, when they do not any more, has the phone. */
interface PostChoice {
  readonly role: Role;
  readonly area: string;
  readonly unit?: string | undefined;
  readonly person: string;
}

/** Whose phone is to be opened: somebody's of the ledger, or a resident's; without a conversation one whom nobody knows yet. */
export type PhoneOf = { readonly post: PostChoice } | { readonly resident?: string | undefined };

/** Somebody as the local page names them. */
export interface Named {
  readonly name: string;
  /** 派遣员, as short as the tabs it stands in. */
  readonly role: string;
  readonly kind: Role | 'resident';
  /** The area they answer for, or their unit; of a unit, who holds the phone. Empty for residents. */
  readonly where: string;
}

/** Somebody to play, as the local page shows them. */
export interface DemoPerson extends Named {
  /** Of the phone: `resident`, `supervisor` and `unit` are always there, `more1` and its like beside them. */
  readonly key: string;
  readonly conversation: string;
  readonly token: string;
}

/** A post that is found. */
export interface FoundPost extends Named {
  readonly post: PostChoice;
  readonly conversation: string;
}

export interface FoundPosts {
  readonly posts: readonly FoundPost[];
  /** There are others: the words do not say enough. */
  readonly more: boolean;
}
