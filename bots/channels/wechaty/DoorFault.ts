/**
 * What is to be done about it. `again`: the same request later. `ours`: the signature, the clock or the address of this host is wrong, and
 * the message is not to blame: it is kept until a person has put that right. `never`: the door has read this very message and will not take it.
 */
export type Cure = 'again' | 'ours' | 'never';

/** The door did not take or answer something. Says nothing of what it was. */
export class DoorFault extends Error {
  readonly cure: Cure;

  constructor(cure: Cure, what: string, options?: ErrorOptions) {
    super(`The door: ${what}`, options);
    this.name = 'DoorFault';
    this.cure = cure;
  }

  /** `code`: of our own door's refusal; absent when something between us answered. */
  static ofStatus(status: number, code: string | undefined): DoorFault {
    return new DoorFault(cureOf(status, code), code === undefined ? String(status) : `${status} ${code}`);
  }
}

const cureOf = (status: number, code: string | undefined): Cure => {
  if (status >= 500 || status === 408 || status === 429) return 'again';
  if (status === 401) return 'ours';
  return code === undefined ? 'ours' : 'never';
};
