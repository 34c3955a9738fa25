/** Something did not go through. `message` is a sentence for the person, with what to do about it. */
export class Trouble extends Error {
  /** 0: no answer came. */
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Trouble';
    this.status = status;
  }

  /** Whether sending the very same again can help. */
  get retriable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}
