import { element, part } from '../../../../bots/channels/web/page/element.ts';
import { ActionFrame, type WidgetAction } from './ActionFrame.ts';
import type { LocalDoor, WidgetName } from './LocalDoor.ts';
import { phrases } from './phrases.ts';

/** The dashboard's own widgets, drawn by the same functions as in the cloud console. */
export class WidgetFrame {
  readonly #box = part('widgetBox');
  readonly #popup = part<HTMLDialogElement>('widgetPopup');
  readonly #door: LocalDoor;
  readonly #frame: ActionFrame;
  readonly #popupFrame: ActionFrame;
  readonly #large: HTMLButtonElement;
  #name: WidgetName = 'casesByStage';
  /** What the last action asked for: a refresh asks the same. */
  #asked: WidgetAction['asked'] = {};

  constructor(door: LocalDoor) {
    this.#door = door;
    const act = (action: WidgetAction): void => void this.#act(action).catch(() => undefined);
    this.#frame = new ActionFrame(part<HTMLIFrameElement>('widget'), act);
    this.#popupFrame = new ActionFrame(part<HTMLIFrameElement>('widgetPopupFrame'), act);
    this.#large = button(phrases.widgetLarge, () => this.#enlarge(!this.#box.classList.contains('large')));
    part('widgetTabs').append(
      ...(Object.keys(phrases.widgets) as WidgetName[]).map((name) => {
        const tab = button(phrases.widgets[name], () => this.#choose(name));
        tab.setAttribute('data-widget', name);
        return tab;
      }),
      this.#large,
    );
    part('widgetPopupClose').addEventListener('click', () => this.#popup.close());
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.#popup.open) this.#enlarge(false);
    });
    this.#mark();
  }

  /** Throws when there is nothing to draw, and says so in its place. */
  async refresh(): Promise<void> {
    await this.#redraw(this.#frame.forms, true);
  }

  async #redraw(forms: WidgetAction['forms'], kept: boolean): Promise<void> {
    const [name, asked] = [this.#name, this.#asked];
    try {
      const { html } = await this.#door.widget({ name, asked, forms, ...this.#frame.size });
      if (name === this.#name && asked === this.#asked) this.#frame.draw(html, kept);
    } catch (cause) {
      this.#frame.draw(`<p>${phrases.widgetFailed}</p>`, true);
      throw cause;
    }
  }

  async #act({ asked, display, forms }: WidgetAction): Promise<void> {
    if (display === 'widget') {
      this.#asked = asked;
      return this.#redraw(forms, false);
    }
    this.#popup.showModal();
    const { html } = await this.#door
      .widget({ name: this.#name, asked, forms, ...this.#popupFrame.size })
      .catch(() => ({ html: `<p>${phrases.widgetFailed}</p>` }));
    this.#popupFrame.draw(html, false);
  }

  #choose(name: WidgetName): void {
    this.#name = name;
    this.#asked = {};
    this.#mark();
    // A map needs room.
    this.#enlarge(name === 'cityMap');
  }

  #enlarge(large: boolean): void {
    this.#box.classList.toggle('large', large);
    this.#large.textContent = large ? phrases.widgetSmall : phrases.widgetLarge;
    void this.refresh().catch(() => undefined);
  }

  #mark(): void {
    for (const tab of this.#box.querySelectorAll('[data-widget]'))
      tab.setAttribute('aria-pressed', `${tab.getAttribute('data-widget') === this.#name}`);
  }
}

const button = (words: string, act: () => void): HTMLButtonElement =>
  element('button', { attributes: { type: 'button' }, on: { click: act } }, words);
