/** How long, in ms, a function goes on with what it knows before it asks what is in force. */
export const FRESH = 30_000;
