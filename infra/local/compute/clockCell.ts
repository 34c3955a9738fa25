/**
 * The local clock in eight bytes that every worker thread shares, so that moving it is seen everywhere at once:
 * an even number is twice the offset from real time, an odd one twice the frozen instant plus one.
 */
export type ClockCell = BigInt64Array<SharedArrayBuffer>;

export type ClockState =
  | { readonly frozen: false; readonly offset: number }
  | { readonly frozen: true; readonly at: number };

export const newClockCell = (): ClockCell => new BigInt64Array(new SharedArrayBuffer(8));

export const readClock = (cell: ClockCell): ClockState => {
  const value = Atomics.load(cell, 0);
  return value & 1n
    ? { frozen: true, at: Number(value >> 1n) }
    : { frozen: false, offset: Number(value >> 1n) };
};

export const writeClock = (cell: ClockCell, state: ClockState): void => {
  const value = state.frozen ? BigInt(state.at) * 2n + 1n : BigInt(state.offset) * 2n;
  Atomics.store(cell, 0, value);
};

/** The instant that the local clock shows when real time is `real`. */
export const shownInstant = (cell: ClockCell, real: number): number => {
  const state = readClock(cell);
  return state.frozen ? state.at : real + state.offset;
};
