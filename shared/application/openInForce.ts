import type { InForceNames } from '../contracts/handOver.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { InForce } from '../domain/ledger/changedPosts.ts';

/** A version of the city under a staffing, as they were, whatever is in force. */
export type Under = (version: string, staffing: string | undefined) => Promise<Knowledge>;

/** What was in force, from its names. */
export const openInForce = async (
  under: Under,
  { version, staffing, date }: InForceNames,
): Promise<InForce> => ({ know: await under(version, staffing), date });
