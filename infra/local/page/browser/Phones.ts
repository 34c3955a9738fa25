import { element } from '../../../../bots/channels/web/page/element.ts';
import type { DemoPerson } from '../../control/Phone.ts';
import { phrases } from './phrases.ts';

/** As many as the run keeps. */
export const MOST_PHONES = 6;
/** Those that were added can be put away. */
const ALWAYS = ['resident', 'supervisor', 'unit'];

interface Acts {
  readonly newResident: () => void;
  readonly change: (person: DemoPerson) => void;
  readonly putAway: (key: string) => void;
}

interface Shown {
  readonly node: HTMLElement;
  readonly conversation: string;
}

/** The phones, side by side; each is the page that is deployed, opened with its person's token. */
export class Phones {
  readonly #box: HTMLElement;
  readonly #acts: Acts;
  readonly #shown = new Map<string, Shown>();
  readonly #waiting = element('p', { class: 'waiting' }, phrases.phoneLoading);

  constructor(box: HTMLElement, acts: Acts) {
    this.#box = box;
    this.#acts = acts;
    box.append(this.#waiting);
  }

  /** Leaves phones alone whose person has not changed: a frame that is moved or made again loses what somebody is writing. */
  draw(people: readonly DemoPerson[]): void {
    this.#waiting.remove();
    const keys = new Set(people.map(({ key }) => key));
    for (const [key, { node }] of this.#shown) {
      if (keys.has(key)) continue;
      node.remove();
      this.#shown.delete(key);
    }
    for (const person of people) this.#put(person);
  }

  /** Brings a phone into sight. */
  show(key: string): void {
    for (const [each, { node }] of this.#shown) node.classList.toggle('current', each === key);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#shown
      .get(key)
      ?.node.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'nearest', inline: 'nearest' });
  }

  failed(): void {
    if (this.#shown.size === 0) this.#waiting.textContent = phrases.phonesFailed;
  }

  #put(person: DemoPerson): void {
    const { key, conversation } = person;
    const before = this.#shown.get(key);
    if (before?.conversation === conversation) return;
    const node = this.#phone(person);
    if (before) {
      node.classList.toggle('current', before.node.classList.contains('current'));
      before.node.replaceWith(node);
    } else this.#box.append(node);
    this.#shown.set(key, { node, conversation });
  }

  #phone(person: DemoPerson): HTMLElement {
    const { key, name, role, kind, where, token } = person;
    const title = phrases.phoneOf(role, name);
    return element(
      'section',
      { class: 'phone', attributes: { 'data-person': key, 'aria-label': title } },
      element(
        'h2',
        { attributes: { title: [role, name, where].filter(Boolean).join(' ') } },
        element('span', { class: `role ${kind}` }, role),
        element('span', { class: 'name' }, name, where && element('span', { class: 'where' }, where)),
        ...this.#buttons(person),
      ),
      element('iframe', {
        attributes: {
          src: `/chat#token=${encodeURIComponent(token)}`,
          title,
          allow: 'geolocation; camera',
        },
      }),
    );
  }

  #buttons(person: DemoPerson): readonly HTMLElement[] {
    const { newResident, change, putAway } = this.#acts;
    const { key } = person;
    const who = `${person.role}${person.name}`;
    if (key === 'resident') return [small(phrases.newResident, phrases.newResident, newResident)];
    return [
      small(phrases.change, phrases.changeOf(who), () => change(person)),
      ...(ALWAYS.includes(key) ? [] : [small(phrases.putAway, phrases.putAwayOf(who), () => putAway(key))]),
    ];
  }
}

const small = (words: string, label: string, act: () => void): HTMLElement =>
  element(
    'button',
    { class: 'small', attributes: { type: 'button', 'aria-label': label }, on: { click: act } },
    words,
  );
