/** Why a door does not do what it was asked: told to the caller with this status, never retried. */
export class DoorError extends Error {
  override readonly name = 'DoorError';
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly remedy: string | undefined;

  constructor(
    status: 400 | 401 | 403 | 404 | 409 | 413 | 415,
    code: string,
    said: { readonly message: string; readonly field?: string; readonly remedy?: string },
  ) {
    super(said.message);
    this.status = status;
    this.code = code;
    this.field = said.field;
    this.remedy = said.remedy;
  }
}
