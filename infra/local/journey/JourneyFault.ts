/** A journey that cannot be read: where, why, and what to write instead. */
export class JourneyFault extends Error {
  override readonly name = 'JourneyFault';

  constructor(place: { readonly file: string; readonly line: number }, problem: string, remedy: string) {
    super(`${place.file}:${place.line}: ${problem}. ${remedy}`);
  }
}
