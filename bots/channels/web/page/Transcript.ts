import { atText } from './atText.ts';
import type { BubblePlace, Bubbles } from './Bubbles.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { phrases } from './phrases.ts';
import type { Item, Timeline } from './Timeline.ts';

/** Messages drawn at once; older ones come by the button. */
const STEP = 100;
const GAP_MS = 5 * 60_000;
/** This near to the end counts as reading the newest. */
const NEAR_PX = 80;

interface Drawn {
  readonly state: string;
  readonly node: HTMLElement;
}

/** The scrolling list of messages. Redraws only what has changed, stays where the reader is, and counts what came meanwhile. */
export class Transcript {
  readonly #box: HTMLElement;
  readonly #list: HTMLElement;
  readonly #timeline: Timeline;
  readonly #bubbles: Bubbles;
  readonly #older: HTMLButtonElement;
  readonly #pill: HTMLButtonElement;
  #drawn = new Map<string, Drawn>();
  #shown = STEP;
  #unread = 0;

  constructor(box: HTMLElement, timeline: Timeline, bubbles: Bubbles, loadOlder: () => Promise<void>) {
    this.#box = box;
    this.#timeline = timeline;
    this.#bubbles = bubbles;
    this.#older = element('button', { class: 'older', attributes: { type: 'button' } }, phrases.older);
    this.#older.addEventListener('click', () => void this.#showOlder(loadOlder));
    this.#list = element('div', { class: 'list' });
    this.#pill = element('button', { class: 'unread', attributes: { type: 'button', hidden: '' } });
    this.#pill.addEventListener('click', () => this.toEnd());
    box.append(this.#older, this.#list);
    box.after(this.#pill);
    box.addEventListener('scroll', () => {
      if (this.#atEnd) this.#setUnread(0);
    });
    // Photos that load late, and the keyboard that opens, must not push the newest out of sight.
    let stuck = true;
    box.addEventListener('scroll', () => {
      stuck = this.#atEnd;
    });
    new ResizeObserver(() => {
      if (stuck) this.toEnd();
    }).observe(this.#list);
    new ResizeObserver(() => {
      if (stuck) this.toEnd();
    }).observe(box);
  }

  /** `fresh`: how many new messages of the other side have come. */
  draw(fresh = 0): void {
    const follow = this.#atEnd;
    const all = this.#timeline.items();
    const items = all.slice(-this.#shown);
    const pressed = pressedCards(all);
    const lastOwn = items.findLastIndex(({ own }) => own);
    const next = new Map<string, Drawn>();
    const nodes: HTMLElement[] = [];
    let before: number | undefined;
    for (const [index, item] of items.entries()) {
      const place: BubblePlace = {
        newest: index > lastOwn,
        pressed: item.own || item.reply.card === undefined ? undefined : pressed.get(item.reply.card),
      };
      if (item.at !== undefined && (before === undefined || item.at - before > GAP_MS)) {
        nodes.push(
          this.#keep(next, `at:${item.id}`, atText(item.at, before), () => timeLine(item.at ?? 0, before)),
        );
      }
      before = item.at ?? before;
      const state = JSON.stringify([item, place, this.#bubbles.atlas !== undefined]);
      nodes.push(this.#keep(next, item.id, state, () => this.#bubbles.draw(item, place)));
    }
    this.#drawn = next;
    arrange(this.#list, nodes);
    this.#older.hidden = all.length <= this.#shown && !this.#timeline.hasOlder;
    if (follow) this.toEnd();
    else this.#setUnread(this.#unread + fresh);
  }

  toEnd(): void {
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#setUnread(0);
  }

  async #showOlder(load: () => Promise<void>): Promise<void> {
    const { scrollHeight } = this.#box;
    this.#older.disabled = true;
    if (this.#timeline.items().length <= this.#shown) await load().catch(() => undefined);
    this.#shown += STEP;
    this.draw();
    this.#older.disabled = false;
    this.#box.scrollTop += this.#box.scrollHeight - scrollHeight;
  }

  get #atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#box;
    return scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  #setUnread(count: number): void {
    this.#unread = count;
    this.#pill.hidden = count === 0;
    this.#pill.replaceChildren(icon('down'), phrases.unread(count));
  }

  #keep(next: Map<string, Drawn>, key: string, state: string, make: () => HTMLElement): HTMLElement {
    const old = this.#drawn.get(key);
    const entry = old?.state === state ? old : { state, node: make() };
    next.set(key, entry);
    return entry.node;
  }
}

const timeLine = (at: number, before: number | undefined): HTMLElement =>
  element('time', { class: 'at', attributes: { datetime: new Date(at).toISOString() } }, atText(at, before));

const pressedCards = (items: readonly Item[]): ReadonlyMap<string, string> => {
  const pressed = new Map<string, string>();
  for (const item of items) {
    if (item.own && item.said.kind === 'press') pressed.set(item.said.card, item.said.choice);
  }
  return pressed;
};

/** Makes the list hold exactly these nodes in this order, touching only what is out of place: a live region reads what is added. */
const arrange = (list: HTMLElement, nodes: readonly HTMLElement[]): void => {
  const wanted = new Set<Node>(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  let at: ChildNode | null = list.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else list.insertBefore(node, at);
  }
};
