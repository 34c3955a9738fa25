import { element, part } from './element.ts';
import { icon } from './icon.ts';
import { phrases } from './phrases.ts';

export interface ComposerActs {
  readonly say: (text: string) => void;
  readonly sayPhotos: (files: readonly File[]) => void;
  readonly pickPlace: () => void;
}

const KEPT = 2_000;

/** The bar at the bottom: what to say, and a drawer with photo, place and the words everyone may use at any time. */
export class Composer {
  readonly #acts: ComposerActs;
  readonly #input = part<HTMLTextAreaElement>('input');
  readonly #send = part<HTMLButtonElement>('send');
  readonly #more = part<HTMLButtonElement>('more');
  readonly #drawer = part('drawer');
  readonly #note = part('note');
  readonly #file = part<HTMLInputElement>('file');

  constructor(acts: ComposerActs) {
    this.#acts = acts;
    this.#more.append(icon('plus'));
    this.#drawer.append(
      this.#tile('photo', phrases.photo, () => this.pickPhoto()),
      this.#tile('pin', phrases.place, () => this.#acts.pickPlace()),
      ...phrases.words.map((word) =>
        element(
          'button',
          { class: 'word', attributes: { type: 'button' }, on: { click: () => this.#quick(word) } },
          word,
        ),
      ),
    );
    this.#more.addEventListener('click', () => this.#open(this.#drawer.hidden !== false));
    this.#send.addEventListener('click', () => this.#submit());
    this.#input.addEventListener('input', () => this.#resize());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#file.addEventListener('change', () => {
      this.#acts.sayPhotos([...(this.#file.files ?? [])]);
      this.#file.value = '';
      this.#open(false);
    });
    this.#resize();
  }

  pickPhoto(): void {
    this.#file.click();
  }

  /** A line above the bar, until something else is done. */
  note(words: string): void {
    this.#note.textContent = words;
    this.#note.hidden = words === '';
  }

  close(): void {
    this.#input.disabled = true;
    this.#send.disabled = true;
    this.#more.disabled = true;
    this.#open(false);
  }

  #quick(word: string): void {
    this.#open(false);
    this.#acts.say(word);
  }

  #submit(): void {
    const text = this.#input.value.trim();
    if (text === '') return;
    this.#input.value = '';
    this.#resize();
    this.#acts.say(text);
    this.#input.focus();
  }

  /** Enter sends, Shift+Enter breaks the line; while an input method composes, Enter only takes its word. */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #resize(): void {
    this.note([...this.#input.value].length > KEPT ? phrases.tooLong : '');
    this.#send.disabled = this.#input.value.trim() === '';
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 132)}px`;
  }

  #open(open: boolean): void {
    this.#drawer.hidden = !open;
    this.#more.setAttribute('aria-expanded', `${open}`);
  }

  #tile(picture: 'photo' | 'pin', words: string, act: () => void): HTMLButtonElement {
    const click = () => {
      this.#open(false);
      act();
    };
    return element(
      'button',
      { class: 'tile', attributes: { type: 'button' }, on: { click } },
      icon(picture),
      words,
    );
  }
}
