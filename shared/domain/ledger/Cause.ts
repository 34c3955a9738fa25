/** Why somebody else answers: the ledger says so, a leave of absence began, or one is over. */
export const CAUSES = ['ledger', 'leave', 'return'] as const;
export type Cause = (typeof CAUSES)[number];
