import type { Cities } from '../../../shared/application/cityPorts.ts';
import type { CaseStore, ScanNumbers } from '../../../shared/application/ports.ts';
import type { CityOptions } from '../city/reachCity.ts';

/** The cases of one city, where it is served. */
export interface CaseTarget {
  /** For people: `local`, `prod`. */
  readonly name: string;
  readonly cases: Pick<CaseStore, 'load' | 'history'>;
  readonly scan: ScanNumbers;
  readonly cities: Pick<Cities, 'current' | 'at'>;
}

/** Where words go and how a target is opened: a test gives its own. */
export interface CaseSurroundings {
  /** What was asked for. */
  readonly out: (line: string) => void;
  /** What is wrong, and how far a long work has come. */
  readonly err: (line: string) => void;
  readonly open: (options: CityOptions) => Promise<CaseTarget>;
}
