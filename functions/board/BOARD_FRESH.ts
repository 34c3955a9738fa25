/** Whoever goes on leave is on the board of a minute ago at most. */
export const BOARD_FRESH = 'public, max-age=60';
