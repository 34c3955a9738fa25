import { element } from './element.ts';
import { icon } from './icon.ts';
import { phrases } from './phrases.ts';

/** One photo, as large as the screen allows. */
export class PhotoSheet {
  readonly #image = element('img', { attributes: { alt: phrases.photoAlt } });
  readonly #dialog = element(
    'dialog',
    {
      class: 'photoSheet',
      attributes: { 'aria-label': phrases.photoAlt },
      on: { click: () => this.#dialog.close() },
    },
    this.#image,
    element(
      'button',
      { class: 'plain', attributes: { type: 'button', 'aria-label': phrases.close } },
      icon('close'),
    ),
  );

  constructor() {
    document.body.append(this.#dialog);
  }

  show(url: string): void {
    this.#image.src = url;
    this.#dialog.showModal();
  }
}
