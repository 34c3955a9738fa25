import { element } from '../../../../bots/channels/web/page/element.ts';
import type { LocalPerson } from './LocalDoor.ts';
import { phrases } from './phrases.ts';

/** The phones, side by side; each is the page that is deployed, opened with its person's token. */
export class Phones {
  readonly #box: HTMLElement;
  readonly #newResident: () => void;
  #shown = '';

  constructor(box: HTMLElement, newResident: () => void) {
    this.#box = box;
    this.#newResident = newResident;
    box.append(element('p', { class: 'waiting' }, phrases.phoneLoading));
  }

  /** Leaves phones alone whose person has not changed. */
  draw(people: readonly LocalPerson[]): void {
    const now = people.map(({ conversation }) => conversation).join();
    if (now === this.#shown) return;
    this.#shown = now;
    this.#box.replaceChildren(...people.map((person) => this.#phone(person)));
  }

  failed(): void {
    if (this.#shown === '')
      this.#box.replaceChildren(element('p', { class: 'waiting' }, phrases.phonesFailed));
  }

  #phone({ key, name, role, token }: LocalPerson): HTMLElement {
    const another =
      key === 'resident'
        ? element(
            'button',
            { class: 'another', attributes: { type: 'button' }, on: { click: this.#newResident } },
            phrases.newResident,
          )
        : undefined;
    return element(
      'section',
      { class: 'phone', attributes: { 'data-person': key, 'aria-label': phrases.phoneOf(role, name) } },
      element(
        'h2',
        {},
        element('span', { class: `role ${key}` }, role),
        element('span', { class: 'name' }, name),
        another,
      ),
      element('iframe', {
        attributes: {
          src: `/chat#token=${encodeURIComponent(token)}`,
          title: phrases.phoneOf(role, name),
          allow: 'geolocation; camera',
        },
      }),
    );
  }
}
