/** After so long, in ms, a body of a hand-over that was not worked has been set aside by its queue, and later changes wait no longer. */
export const GIVEN_UP = 90 * 60_000;
