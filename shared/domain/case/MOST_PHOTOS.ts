/** Most photos a report, or a report of what was done, may carry. */
export const MOST_PHOTOS = 9;
