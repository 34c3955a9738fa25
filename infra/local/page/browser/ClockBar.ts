import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { LocalState } from './LocalDoor.ts';
import { phrases } from './phrases.ts';

const shown = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const shortly = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The clock of the local run, and two buttons that move it, once at a time. */
export class ClockBar {
  readonly #text = part('clock');
  readonly #progress = part('clockProgress');
  readonly #buttons: readonly HTMLButtonElement[];
  #clock: LocalState['clock'] | undefined;
  #readAt = 0;
  /** This page is moving it; a page that was opened meanwhile sees that somebody is. */
  #mine = false;
  #moving = false;

  constructor(move: (advance: string) => Promise<{ readonly stuck?: string }>) {
    const button = (words: string, advance: string): HTMLButtonElement =>
      element(
        'button',
        { attributes: { type: 'button' }, on: { click: () => void this.#move(move(advance)) } },
        words,
      );
    this.#buttons = [button(phrases.hour, '1h'), button(phrases.day, '1d')];
    part('clockButtons').append(...this.#buttons);
    this.#text.setAttribute('aria-label', phrases.clock);
    setInterval(() => this.#draw(), 1_000);
  }

  get moving(): boolean {
    return this.#mine || this.#moving;
  }

  read({ clock, moving }: Pick<LocalState, 'clock' | 'moving'>): void {
    this.#clock = clock;
    this.#readAt = performance.now();
    this.#draw();
    if (moving) this.#busy(true, phrases.movingTo(shortly.format(moving.to), moving));
    else if (this.#moving && !this.#mine) this.#busy(false, '');
    this.#moving = moving !== undefined;
  }

  async #move(moved: Promise<{ readonly stuck?: string }>): Promise<void> {
    this.#mine = true;
    this.#busy(true, phrases.moving);
    const words = await moved.then(
      ({ stuck }) => (stuck === undefined ? '' : phrases.clockStuck),
      () => phrases.clockFailed,
    );
    this.#mine = false;
    this.#moving = false;
    this.#busy(false, words);
  }

  #busy(on: boolean, words: string): void {
    for (const button of this.#buttons) button.disabled = on;
    this.#progress.classList.toggle('running', on);
    this.#progress.textContent = words;
  }

  #draw(): void {
    if (this.#clock === undefined) return;
    const { now, frozen } = this.#clock;
    this.#text.textContent = shown.format(frozen ? now : now + (performance.now() - this.#readAt));
    this.#text.title = frozen ? phrases.frozen : '';
  }
}
