import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClockCell,
  type ClockState,
  newClockCell,
  readClock,
  shownInstant,
  writeClock,
} from './clockCell.ts';
import { writeWhole } from './writeWhole.ts';

/** The clock of one local run: real time, real time plus an offset, or standing still. */
export interface LocalClock {
  readonly cell: ClockCell;
  readonly now: () => number;
  readonly state: () => ClockState;
  /** Takes effect at once in every worker, and is kept: a restart finds it again, or what it shall find instead. */
  readonly set: (state: ClockState, kept?: ClockState) => void;
  /** Tells of jumps, not of ordinary passing. Answers how to stop telling. */
  readonly onChange: (told: () => void) => () => void;
}

const FILE = 'clock.json';

const readState = (dataDir: string): ClockState | undefined => {
  try {
    const kept = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Readonly<Record<string, unknown>>;
    if (kept.frozen === true && Number.isInteger(kept.at)) return { frozen: true, at: Number(kept.at) };
    if (kept.frozen === false && Number.isInteger(kept.offset))
      return { frozen: false, offset: Number(kept.offset) };
    return undefined;
  } catch {
    // No file, or one that says nothing: real time.
    return undefined;
  }
};

export const openClock = (dataDir: string, real: () => number = Date.now): LocalClock => {
  const cell = newClockCell();
  const listeners = new Set<() => void>();
  writeClock(cell, readState(dataDir) ?? { frozen: false, offset: 0 });
  return {
    cell,
    now: () => shownInstant(cell, real()),
    state: () => readClock(cell),
    set: (state, kept = state) => {
      writeClock(cell, state);
      writeWhole(join(dataDir, FILE), JSON.stringify(kept));
      for (const told of listeners) told();
    },
    onChange: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
};
