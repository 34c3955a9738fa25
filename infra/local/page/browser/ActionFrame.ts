import { asMarkup } from './asMarkup.ts';

/** What an action of a widget asks of its function, and where the answer goes. */
export interface WidgetAction {
  readonly asked: Readonly<Record<string, unknown>>;
  readonly display: 'widget' | 'popup';
  /** What is written in the forms, by name. */
  readonly forms: Readonly<Record<string, string>>;
}

/** As the console draws by default, roughly. */
const STYLE = `<style>
body{margin:8px;font:13px/1.5 sans-serif;color:#1f2a30}
table{border-collapse:collapse}td,th{padding:2px 10px 2px 0;text-align:left}
cwdb-action{display:none}
.btn{display:inline-block;border:1px solid #1d5f8a;border-radius:4px;padding:4px 14px;background:#1d5f8a;color:#fff;text-decoration:none}
a:focus-visible{outline:2px solid #2a7de1}
</style>`;

/**
 * A frame in which a widget is drawn as the console draws it: scripts do not run in it; a click on an element that a `cwdb-action`
 * follows is heard by this page, which reads from it what is asked.
 */
export class ActionFrame {
  readonly #frame: HTMLIFrameElement;
  readonly #act: (action: WidgetAction) => void;
  #drawn = '';

  constructor(frame: HTMLIFrameElement, act: (action: WidgetAction) => void) {
    this.#frame = frame;
    this.#act = act;
  }

  get size(): { readonly width: number; readonly height: number } {
    return { width: this.#frame.clientWidth, height: this.#frame.clientHeight };
  }

  /** What is written in the forms, by name. */
  get forms(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#inputs().map(({ name, value }) => [name, value]));
  }

  /** `kept`: the same again with other figures, so that what somebody is writing and where they are stays. */
  draw(html: string, kept: boolean): void {
    if (html === this.#drawn) return;
    this.#drawn = html;
    const written = this.#inputs().filter(({ type }) => type !== 'hidden');
    const scrolled = this.#frame.contentWindow?.scrollY ?? 0;
    this.#frame.addEventListener(
      'load',
      () => {
        this.#listen();
        if (!kept) return;
        const values = new Map(written.map(({ name, value }) => [name, value]));
        for (const input of this.#inputs()) input.value = values.get(input.name) ?? input.value;
        this.#frame.contentWindow?.scrollTo(0, scrolled);
      },
      { once: true },
    );
    this.#frame.srcdoc = asMarkup(`<!doctype html><meta charset="utf-8">${STYLE}${html}`);
  }

  #inputs(): readonly HTMLInputElement[] {
    return [...(this.#frame.contentDocument?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])];
  }

  #listen(): void {
    for (const action of this.#frame.contentDocument?.querySelectorAll('cwdb-action') ?? []) {
      const before = action.previousElementSibling;
      if (action.getAttribute('action') !== 'call' || before === null) continue;
      const act = (): void =>
        this.#act({
          asked: JSON.parse(action.textContent ?? '{}') as Readonly<Record<string, unknown>>,
          display: action.getAttribute('display') === 'popup' ? 'popup' : 'widget',
          forms: this.forms,
        });
      before.addEventListener('click', act);
      // A link that leads nowhere is not reached by the keyboard.
      before.setAttribute('tabindex', '0');
      before.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter') act();
      });
    }
  }
}
