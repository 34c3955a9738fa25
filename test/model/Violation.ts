/** A promise that was not kept. `law`: which one, always the same text for the same promise. */
export class Violation extends Error {
  readonly law: string;

  constructor(law: string, facts: unknown, cause?: unknown) {
    super(`${law}: ${typeof facts === 'string' ? facts : JSON.stringify(facts)}`, { cause });
    this.law = law;
  }
}

/** Fails the run where something that must hold does not. */
export function must(holds: boolean, law: string, facts: () => unknown): asserts holds {
  if (!holds) throw new Violation(law, facts());
}
