import type { Reply } from '../../../../shared/contracts/reply.ts';
import type { Said } from '../../../../shared/contracts/turn.ts';
import type { CityAtlas } from './CityAtlas.ts';
import type { Degrees } from './CityShape.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { miniMap } from './miniMap.ts';
import { phrases } from './phrases.ts';
import type { Item, OwnItem, TheirItem } from './Timeline.ts';

export interface BubbleActs {
  readonly press: (card: string | undefined, choice: string) => void;
  readonly pickPlace: () => void;
  readonly pickPhoto: () => void;
  readonly showPlace: (place: Degrees & { readonly name: string }) => void;
  readonly showPhoto: (url: string) => void;
  /** The photo did not load: its address may have run out. */
  readonly refreshPhoto: (item: Item) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
}

/** What a bubble needs to know of its neighbours. */
export interface BubblePlace {
  /** Nothing of the person's own comes after it. */
  readonly newest: boolean;
  /** The choice pressed on this card. */
  readonly pressed: string | undefined;
}

/** One message as it is seen. Whatever anyone wrote becomes text nodes. */
export class Bubbles {
  readonly #acts: BubbleActs;
  atlas: CityAtlas | undefined;

  constructor(acts: BubbleActs) {
    this.#acts = acts;
  }

  draw(item: Item, place: BubblePlace): HTMLElement {
    return item.own ? this.#own(item) : this.#theirs(item, place);
  }

  #own(item: OwnItem): HTMLElement {
    return element(
      'article',
      {
        class: `message own ${item.delivery}`,
        attributes: { 'aria-label': phrases.mine, 'data-id': item.id },
      },
      element('div', { class: 'column' }, this.#saidBubble(item), this.#deliveryLine(item)),
    );
  }

  #saidBubble(item: OwnItem): HTMLElement {
    const { said } = item;
    if (said.kind === 'photo') return this.#photos(item, item.photoUrls ?? []);
    if (said.kind === 'place') return this.#placeCard({ ...said, name: said.name ?? this.#leafPath(said) });
    return element('div', { class: 'bubble' }, saidText(said));
  }

  #deliveryLine({ id, delivery, trouble, retriable, progress, said }: OwnItem): HTMLElement | undefined {
    if (delivery === 'sending') {
      const words = said.kind === 'photo' && progress ? phrases.uploading(progress) : phrases.sending;
      return element('div', { class: 'delivery' }, element('span', { class: 'spinner' }), words);
    }
    if (delivery === 'sent') return undefined;
    return element(
      'div',
      { class: 'delivery failed', attributes: { role: 'alert' } },
      icon('alert'),
      element('span', {}, trouble || phrases.failed),
      retriable ? this.#act(phrases.retry, () => this.#acts.retry(id), 'link') : undefined,
      this.#act(phrases.remove, () => this.#acts.discard(id), 'link'),
    );
  }

  #theirs(item: TheirItem, place: BubblePlace): HTMLElement {
    const { text, point } = item.reply;
    return element(
      'article',
      { class: 'message theirs', attributes: { 'aria-label': phrases.theirs, 'data-id': item.id } },
      element('span', { class: 'avatar', attributes: { 'aria-hidden': 'true' } }, '网'),
      element(
        'div',
        { class: 'column' },
        text === '' ? undefined : element('div', { class: 'bubble' }, text),
        item.photoUrls?.length ? this.#photos(item, item.photoUrls) : undefined,
        point && this.#placeCard(point),
        this.#choices(item.reply, place),
        place.newest ? this.#wanted(item.reply.wants) : undefined,
      ),
    );
  }

  #choices({ choices, card }: Reply, { newest, pressed }: BubblePlace): HTMLElement | undefined {
    if (!choices || choices.length === 0) return undefined;
    // A card stays answerable; the menu of a dialog only while it is the last word.
    const closed = card === undefined ? !newest : pressed !== undefined;
    const buttons = choices.map((choice, index) => {
      const chosen = choice === pressed;
      const button = element(
        'button',
        {
          class: chosen ? 'chosen' : '',
          attributes: { type: 'button' },
          on: { click: () => this.#acts.press(card, choice) },
        },
        element('span', { class: 'number', attributes: { 'aria-hidden': 'true' } }, `${index + 1}`),
        choice,
      );
      button.disabled = closed;
      if (chosen) button.setAttribute('aria-label', `${phrases.chosen} ${choice}`);
      return button;
    });
    return element('div', { class: 'choices', attributes: { role: 'group' } }, ...buttons);
  }

  #wanted(wants: Reply['wants']): HTMLElement | undefined {
    if (wants === 'place') return this.#act(phrases.pickPlace, this.#acts.pickPlace, 'wanted', 'pin');
    if (wants === 'photo') return this.#act(phrases.pickPhoto, this.#acts.pickPhoto, 'wanted', 'photo');
    return undefined;
  }

  #photos(item: Item, urls: readonly string[]): HTMLElement {
    const thumbs = urls.map((url) => {
      const image = element('img', { attributes: { src: url, alt: phrases.photoAlt } });
      const open = this.#act('', () => this.#acts.showPhoto(url), 'thumb');
      open.setAttribute('aria-label', phrases.photoOpen);
      open.append(image);
      image.addEventListener('error', () => {
        const again = this.#act(phrases.photoGone, () => this.#acts.refreshPhoto(item), 'thumb gone');
        open.replaceWith(again);
      });
      return open;
    });
    return element('div', { class: 'photos' }, ...(thumbs.length > 0 ? thumbs : [phrases.photoAlt]));
  }

  #placeCard(place: Degrees & { readonly name: string }): HTMLElement {
    const card = this.#act('', () => this.#acts.showPlace(place), 'placeCard');
    if (this.atlas) card.append(miniMap(this.atlas.around(this.atlas.whole.toSpot(place)), place));
    card.append(element('span', { class: 'placeName' }, icon('pin'), place.name || phrases.place));
    return card;
  }

  #leafPath(at: Degrees): string {
    return this.atlas?.leafAt(this.atlas.whole.toSpot(at))?.path || phrases.place;
  }

  #act(words: string, act: () => void, style: string, picture?: 'pin' | 'photo'): HTMLButtonElement {
    return element(
      'button',
      { class: style, attributes: { type: 'button' }, on: { click: act } },
      picture && icon(picture),
      words,
    );
  }
}

const saidText = (said: Said): string => {
  if (said.kind === 'text') return said.text;
  return said.kind === 'press' ? said.choice : phrases.unknown;
};
