import type { StaffingWorld } from '../../../shared/application/changeStaffing.ts';
import type { CodeStore, StaffingLine } from '../../../shared/application/cityPorts.ts';
import type { CityOptions } from '../city/reachCity.ts';

/** The staff of one city, where it is served. */
export interface StaffTarget extends StaffingWorld {
  /** For people: `local`, `prod`. */
  readonly name: string;
  readonly codes: CodeStore;
  /** 0…n-1, unpredictable. */
  readonly below: (n: number) => number;
  /** What was changed, newest first. */
  readonly lines: (most: number) => Promise<readonly StaffingLine[]>;
}

export type StaffOptions = CityOptions;

/** Where words go and how a target is opened: a test gives its own. */
export interface StaffSurroundings {
  /** What was asked for. */
  readonly out: (line: string) => void;
  /** What is wrong. */
  readonly err: (line: string) => void;
  readonly open: (options: StaffOptions) => Promise<StaffTarget>;
}
