import { splitOwner } from './answersFor.ts';
import type { Owner } from './Case.ts';

/** Whose turn it is, as it may leave the system: a post, or a resident without saying which. */
export const publicOwner = (owner: Owner): Owner | 'resident' =>
  splitOwner(owner)[0] === 'resident' ? 'resident' : owner;
