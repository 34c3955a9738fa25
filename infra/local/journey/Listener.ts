import { renderPlain } from '../../../bots/engine/renderPlain.ts';
import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Person } from './Person.ts';

/** A person's ears: which messages came, and which of them a step has already heard. */
export class Listener {
  readonly name: string;
  readonly person: Person;
  readonly #arrived: (reply: Reply) => void;
  readonly #consumed = new Set<number>();
  #told = 0;
  #mark = 0;

  constructor(name: string, person: Person, arrived: (reply: Reply) => void) {
    this.name = name;
    this.person = person;
    this.#arrived = arrived;
  }

  /** From here on counts what `news` tells. */
  async mark(): Promise<void> {
    this.#mark = (await this.#all()).length;
  }

  /** What came since the mark and no step has heard. */
  async news(): Promise<readonly string[]> {
    return (await this.#all()).flatMap((text, at) =>
      at >= this.#mark && !this.#consumed.has(at) ? [text] : [],
    );
  }

  /** Waits for the first message not yet heard that fits. Answers the match, or what was heard instead. */
  async hear(
    pattern: RegExp,
    patience: number,
  ): Promise<RegExpExecArray | { readonly instead: readonly string[] }> {
    const until = performance.now() + patience;
    for (;;) {
      const texts = await this.#all();
      for (const [at, text] of texts.entries()) {
        const match = this.#consumed.has(at) ? null : pattern.exec(text);
        if (!match) continue;
        this.#consumed.add(at);
        return match;
      }
      const left = until - performance.now();
      if (left <= 0) return { instead: texts.filter((_, at) => !this.#consumed.has(at)) };
      await this.person.arrival(Math.min(left, 250));
    }
  }

  /** As a channel without buttons would show them. */
  async #all(): Promise<readonly string[]> {
    const replies = await this.person.heard();
    for (const reply of replies.slice(this.#told)) this.#arrived(reply);
    this.#told = replies.length;
    return replies.map(renderPlain);
  }
}
