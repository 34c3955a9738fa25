/** A refusal of SQS on its way to an answer, or to an entry of a batch's answer. */
export class SqsFault extends Error {
  readonly code: string;
  /** How the old protocol calls it. */
  readonly queryCode: string;

  constructor(code: string, message: string, queryCode = code) {
    super(message);
    this.name = 'SqsFault';
    this.code = code;
    this.queryCode = queryCode;
  }
}
