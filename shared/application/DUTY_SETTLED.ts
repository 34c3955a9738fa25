/** So long, in ms, after the close of hours the lists are read: they lag behind by seconds, and who signed in the last moment did. */
export const DUTY_SETTLED = 30_000;
