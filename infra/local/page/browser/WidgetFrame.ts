import { part } from '../../../../bots/channels/web/page/element.ts';
import type { LocalDoor } from './LocalDoor.ts';
import { phrases } from './phrases.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML(html: string): string };
}

/** The one place where a string may become markup: a frame without scripts, without an origin, without forms. */
const asMarkup = (html: string): string => {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('widget', { createHTML: (text) => text });
  return policy === undefined ? html : policy.createHTML(html);
};
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

const STYLE =
  '<style>body{margin:8px;font:13px/1.5 sans-serif;color:#1f2a30}table{border-collapse:collapse}td,th{padding:2px 10px 2px 0;text-align:left}</style>';

/** The dashboard's own widget, drawn by the same function as in the cloud console. */
export class WidgetFrame {
  readonly #frame = part<HTMLIFrameElement>('widget');
  readonly #door: LocalDoor;
  #drawn = '';

  constructor(door: LocalDoor) {
    this.#door = door;
  }

  /** Throws when there is nothing to draw, and says so in its place. */
  async refresh(): Promise<void> {
    const { clientWidth, clientHeight } = this.#frame;
    try {
      this.#draw((await this.#door.widget(clientWidth, clientHeight)).html);
    } catch (cause) {
      this.#draw(`<p>${phrases.widgetFailed}</p>`);
      throw cause;
    }
  }

  #draw(html: string): void {
    if (html === this.#drawn) return;
    this.#drawn = html;
    this.#frame.srcdoc = asMarkup(`<!doctype html><meta charset="utf-8">${STYLE}${html}`);
  }
}
