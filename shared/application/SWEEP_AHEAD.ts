/** How far ahead one sweep looks, ms: the next begins at any moment of its minute, up to two minutes after this one. */
export const SWEEP_AHEAD = 120_000;
