import type { Now } from '../../../shared/application/ports.ts';
import type { PublishTarget } from './PublishTarget.ts';

/** Which stage a command is about. */
export interface TargetOptions {
  readonly stage: string;
  readonly table?: string | undefined;
  readonly bucket?: string | undefined;
  readonly region?: string | undefined;
  /** Data folder of the local run. */
  readonly data?: string | undefined;
}

/** Where words go and how a target is opened: a test gives its own. */
export interface Surroundings {
  /** What was asked for. */
  readonly out: (line: string) => void;
  /** What is wrong, and how far a long work has come. */
  readonly err: (line: string) => void;
  readonly open: (options: TargetOptions) => Promise<PublishTarget>;
  /** Absent: the clock of this machine. */
  readonly now?: Now;
}
