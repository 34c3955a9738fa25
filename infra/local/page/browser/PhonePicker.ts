import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { FoundPost, FoundPosts, PhoneOf } from '../../control/Phone.ts';
import { phrases } from './phrases.ts';

/** Somebody who is writing is asked for once they pause. */
const PAUSE_MS = 200;

interface Acts {
  readonly find: (words: string, role: string) => Promise<FoundPosts>;
  /** Throws when it could not be opened. `key` absent: one more. */
  readonly open: (who: PhoneOf, key: string | undefined) => Promise<void>;
  /** The person of a post has a phone open. */
  readonly isOpen: (post: FoundPost) => boolean;
}

/** Any post of the city, to be found by role, name, area or unit, or another resident, for one of the phones. */
export class PhonePicker {
  readonly #dialog = part<HTMLDialogElement>('picker');
  readonly #words = part<HTMLInputElement>('pickerWords');
  readonly #roles = part('pickerRoles');
  readonly #list = part('pickerList');
  readonly #status = part('pickerStatus');
  readonly #acts: Acts;
  #key: string | undefined;
  #role = '';
  #asked = 0;
  #opening = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(acts: Acts) {
    this.#acts = acts;
    this.#words.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#find(), PAUSE_MS);
    });
    part('pickerClose').addEventListener('click', () => this.#dialog.close());
    part('pickerResident').addEventListener('click', () => void this.#open({}));
    this.#roles.append(
      ...Object.entries({ '': phrases.anyRole, ...phrases.roles }).map(([role, words]) =>
        element(
          'button',
          { attributes: { type: 'button', 'data-role': role }, on: { click: () => this.#choose(role) } },
          words,
        ),
      ),
    );
  }

  /** `key` absent: one more phone. */
  ask(key: string | undefined): void {
    this.#key = key;
    this.#words.value = '';
    this.#list.replaceChildren();
    this.#choose('');
    this.#dialog.showModal();
    this.#words.focus();
  }

  #choose(role: string): void {
    this.#role = role;
    for (const each of this.#roles.children)
      each.setAttribute('aria-pressed', `${each.getAttribute('data-role') === role}`);
    void this.#find();
  }

  /** An answer that another question has overtaken is not shown. */
  async #find(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const found = await this.#acts.find(this.#words.value, this.#role).catch(() => undefined);
    if (asked !== this.#asked) return;
    this.#list.replaceChildren(...(found?.posts ?? []).map((post) => this.#line(post)));
    this.#status.textContent = statusOf(found);
  }

  #line(found: FoundPost): HTMLElement {
    const { name, role, kind, where, post } = found;
    return element(
      'li',
      {},
      element(
        'button',
        { attributes: { type: 'button' }, on: { click: () => void this.#open({ post }) } },
        element('span', { class: `role ${kind}` }, role),
        element('span', { class: 'name' }, name, element('span', { class: 'where' }, where)),
        this.#acts.isOpen(found) ? element('span', { class: 'hint' }, phrases.openAlready) : undefined,
      ),
    );
  }

  async #open(who: PhoneOf): Promise<void> {
    // A second click is not a second phone.
    if (this.#opening) return;
    this.#opening = true;
    this.#status.textContent = '';
    await this.#acts.open(who, this.#key).then(
      () => this.#dialog.close(),
      () => {
        this.#status.textContent = phrases.openFailed;
      },
    );
    this.#opening = false;
  }
}

const statusOf = (found: FoundPosts | undefined): string => {
  if (found === undefined) return phrases.findFailed;
  if (found.posts.length === 0) return phrases.foundNone;
  return found.more ? phrases.foundMore : '';
};
