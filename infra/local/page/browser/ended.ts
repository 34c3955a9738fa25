/** Stages after which nothing more happens. */
export const ENDED: readonly string[] = ['closed', 'declined', 'withdrawn', 'merged'];
