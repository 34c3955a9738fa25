import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { DemoPerson } from '../../control/Phone.ts';
import { phrases } from './phrases.ts';

const FIRST = 'resident';

/** On a narrow screen one part is seen at a time: a tab for each phone, and those of the rest of the page. */
export class Tabs {
  readonly #box = part('tabs');
  readonly #showPhone: (key: string) => void;
  #chosen: string = FIRST;
  #drawn = '';

  constructor(showPhone: (key: string) => void) {
    this.#showPhone = showPhone;
    this.draw([]);
  }

  draw(people: readonly DemoPerson[]): void {
    const tabs = [
      ...people.map(({ key, role, name }) => {
        const alone = people.filter((other) => other.role === role).length === 1;
        return [key, alone ? role : phrases.tabOf(role, name)] as const;
      }),
      ...Object.entries(phrases.tabs),
    ];
    const drawn = JSON.stringify(tabs);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#box.replaceChildren(...tabs.map(([key, words]) => this.#tab(key, words)));
    this.show(tabs.some(([key]) => key === this.#chosen) ? this.#chosen : FIRST);
  }

  show(key: string): void {
    this.#chosen = key;
    document.body.setAttribute('data-tab', key in phrases.tabs ? key : 'phones');
    for (const each of this.#box.children)
      each.setAttribute('aria-selected', `${each.getAttribute('data-tab') === key}`);
    if (!(key in phrases.tabs)) this.#showPhone(key);
  }

  #tab(key: string, words: string): HTMLElement {
    return element(
      'button',
      {
        attributes: { type: 'button', role: 'tab', 'data-tab': key, 'aria-selected': 'false' },
        on: { click: () => this.show(key) },
      },
      words,
    );
  }
}
