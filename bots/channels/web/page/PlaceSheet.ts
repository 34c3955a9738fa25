import type { CityAtlas } from './CityAtlas.ts';
import { CityMap, type MapPin } from './CityMap.ts';
import type { Degrees, Leaf, Spot } from './CityShape.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { phrases } from './phrases.ts';

export interface ChosenPlace extends Degrees {
  readonly name?: string;
}

/** A sheet with the map, on which a place is chosen, or one that was chosen is shown. */
export class PlaceSheet {
  readonly #dialog = element('dialog', { class: 'sheet', attributes: { 'aria-label': phrases.placeTitle } });
  readonly #atlas: CityAtlas;
  #choose: (place: ChosenPlace | undefined) => void = () => undefined;

  constructor(atlas: CityAtlas) {
    this.#atlas = atlas;
    this.#dialog.addEventListener('close', () => this.#end(undefined));
    document.body.append(this.#dialog);
  }

  /** The place, or undefined when the person thought better of it. */
  ask(): Promise<ChosenPlace | undefined> {
    let spot: Degrees | undefined;
    const name = element('input', {
      attributes: {
        type: 'text',
        maxlength: '200',
        autocomplete: 'off',
        'aria-label': phrases.placeName,
        placeholder: phrases.placeNamePrompt,
      },
    });
    const readout = element('output', { class: 'readout' }, phrases.placeNone);
    const send = element(
      'button',
      { class: 'primary', attributes: { type: 'submit', disabled: '' } },
      phrases.placeSend,
    );
    const map = new CityMap(this.#atlas, {
      label: phrases.placeMap,
      onPick: (at, leaf) => pick(at, leaf),
      onEnter: () => submit(),
    });
    const pick = (at: Degrees, leaf: Leaf | undefined): void => {
      const here = this.#atlas.whole.toSpot(at);
      const outside = this.#atlas.isOutside(here);
      spot = outside ? undefined : at;
      readout.textContent = outside ? phrases.placeOutside : leaf?.path || phrases.placeChosen;
      readout.classList.toggle('warning', outside);
      send.disabled = outside;
      map.setPins([{ ...at, id: 'chosen', title: leaf?.path ?? '', tone: 'chosen' }]);
      if (!this.#atlas.isFine(here)) this.#comeCloser(map, here);
    };
    const submit = (): void => {
      const words = name.value.trim();
      if (spot !== undefined) this.#end(words === '' ? spot : { ...spot, name: words });
    };
    const form = element(
      'form',
      {
        class: 'sheetForm',
        on: {
          submit: (event) => {
            event.preventDefault();
            submit();
          },
        },
      },
      readout,
      name,
      element(
        'div',
        { class: 'sheetButtons' },
        this.#button(phrases.cancel, () => this.#end(undefined)),
        send,
      ),
    );
    this.#open(phrases.placeTitle, map, [form], [this.#hereButton(map, pick, readout)]);
    return new Promise((resolve) => {
      this.#choose = resolve;
    });
  }

  show(place: MapPin): void {
    const map = new CityMap(this.#atlas, { label: place.title });
    this.#open(place.title, map, []);
    map.setPins([{ ...place, tone: 'chosen' }]);
    map.view.show(this.#atlas.whole.toSpot(place), this.#atlas.whole.closeUp);
  }

  /** A finger on a whole large city covers some streets: the place stands, and can be set right from nearer. */
  #comeCloser(map: CityMap, spot: Spot): void {
    const { left, right } = map.view.seen;
    const [least, across] = [this.#atlas.whole.closeUp / 4, right - left];
    map.view.show(spot, Math.min(across, Math.max(least, across / 4)));
  }

  #open(
    title: string,
    map: CityMap,
    below: readonly HTMLElement[],
    tools: readonly (HTMLElement | undefined)[] = [],
  ): void {
    const close = element(
      'button',
      {
        class: 'plain',
        attributes: { type: 'button', 'aria-label': phrases.close },
        on: { click: () => this.#end(undefined) },
      },
      icon('close'),
    );
    this.#dialog.replaceChildren(
      element('header', {}, element('h2', {}, title), close),
      element(
        'div',
        { class: 'mapBox' },
        map.node,
        element(
          'div',
          { class: 'mapTools' },
          this.#tool('plus', phrases.zoomIn, () => map.view.zoom(1.6)),
          this.#tool('minus', phrases.zoomOut, () => map.view.zoom(1 / 1.6)),
          ...tools,
        ),
      ),
      ...below,
    );
    this.#dialog.showModal();
    map.view.fit();
  }

  #hereButton(
    map: CityMap,
    pick: (at: Degrees, leaf: Leaf | undefined) => void,
    readout: HTMLElement,
  ): HTMLElement | undefined {
    if (!('geolocation' in navigator) || !isSecureContext) return undefined;
    return this.#tool('here', phrases.placeHere, () => {
      readout.textContent = phrases.placeLocating;
      navigator.geolocation.getCurrentPosition(
        ({ coords: { longitude: lng, latitude: lat } }) => {
          const spot = this.#atlas.whole.toSpot({ lng, lat });
          const leaf = this.#atlas.leafAt(spot);
          if (leaf) map.view.show(spot, this.#atlas.whole.closeUp);
          pick({ lng, lat }, leaf);
        },
        () => {
          readout.textContent = phrases.placeDenied;
        },
        { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
      );
    });
  }

  #tool(name: 'plus' | 'minus' | 'here', label: string, act: () => void): HTMLButtonElement {
    return element(
      'button',
      { attributes: { type: 'button', 'aria-label': label, title: label }, on: { click: act } },
      icon(name),
    );
  }

  #button(words: string, act: () => void): HTMLButtonElement {
    return element('button', { attributes: { type: 'button' }, on: { click: act } }, words);
  }

  #end(place: ChosenPlace | undefined): void {
    const choose = this.#choose;
    this.#choose = () => undefined;
    if (this.#dialog.open) this.#dialog.close();
    this.#dialog.replaceChildren();
    choose(place);
  }
}
