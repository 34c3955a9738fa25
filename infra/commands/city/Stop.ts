/** Ends a command: a sentence for the person at the keyboard, and the exit code (1 it cannot be done, 2 it was written wrong). */
export class Stop extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
