import { element, part } from '../../../../bots/channels/web/page/element.ts';
import { phrases } from './phrases.ts';

/** Lines kept on the page. */
const KEPT = 400;
const RETRY_MS = 2_000;

/** What the local run does, one line a step, as it happens. Stays still while somebody reads further up. */
export class LogStrip {
  readonly #box = part('log');
  readonly #count = part('logCount');
  readonly #onStep: (line: string) => void;
  readonly #onOpen: () => void;
  #waiting: string[] = [];
  #all = 0;

  /** `onOpen`: the run is there, for the first time or again. */
  constructor(onStep: (line: string) => void, onOpen: () => void) {
    this.#onStep = onStep;
    this.#onOpen = onOpen;
    this.#listen();
  }

  #listen(): void {
    const source = new EventSource('/local/log');
    source.addEventListener('message', ({ data }) => this.#take(String(data)));
    source.addEventListener('open', () => {
      this.#tell('');
      this.#onOpen();
    });
    source.addEventListener('error', () => {
      this.#tell(phrases.logLost);
      // A broken connection is made again by the browser; one that was refused, by a run that is just starting, is not.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#listen(), RETRY_MS);
    });
  }

  #take(line: string): void {
    // One redraw for all lines of a frame: a busy run writes hundreds a second.
    if (this.#waiting.length === 0) requestAnimationFrame(() => this.#draw());
    this.#waiting.push(line);
    this.#onStep(line);
  }

  #draw(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#box;
    const follow = scrollHeight - scrollTop - clientHeight < 30;
    this.#all += this.#waiting.length;
    this.#box.append(...this.#waiting.slice(-KEPT).map((line) => element('div', {}, line)));
    this.#waiting = [];
    while (this.#box.childElementCount > KEPT) this.#box.firstElementChild?.remove();
    this.#tell(this.#all > KEPT ? phrases.capped(KEPT, this.#all) : '');
    if (follow) this.#box.scrollTop = this.#box.scrollHeight;
  }

  #tell(words: string): void {
    this.#count.textContent = words;
  }
}
