import { atText } from '../../../../bots/channels/web/page/atText.ts';
import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { CaseAnswer, CaseLine } from '../../../../shared/contracts/web.ts';
import { ENDED } from './ended.ts';
import { phrases } from './phrases.ts';

/** Cases in the list to choose from; more only slow the page. */
const LISTED = 200;
/** Entries of one history that are drawn. */
const DRAWN = 300;
/** Enough of a hash to compare by eye. */
const SHORT = 10;

/** One case: where it stands, who has it, what is due, and its history as it is written. */
export class CasePanel {
  readonly #select = part<HTMLSelectElement>('caseSelect');
  readonly #count = part('caseCount');
  readonly #facts = part('caseFacts');
  readonly #history = part('caseHistory');
  readonly #heading = part('historyTitle');
  readonly #empty = part('caseEmpty');
  #drawn = '';

  constructor(choose: (number: string) => void) {
    this.#select.addEventListener('change', () => choose(this.#select.value));
    this.#empty.append(phrases.noCase, element('q', {}, phrases.example));
  }

  /** Newest first. */
  list(cases: readonly CaseLine[], chosen: string | undefined): void {
    this.#empty.hidden = cases.length > 0;
    part('caseBody').hidden = cases.length === 0;
    const listed = cases.slice(0, LISTED);
    const beyond = cases.slice(LISTED).find(({ number }) => number === chosen);
    this.#select.replaceChildren(
      ...[...listed, ...(beyond ? [beyond] : [])].map(({ number, serviceName, place, stageName }) =>
        element('option', { attributes: { value: number } }, `${serviceName} · ${place} · ${stageName}`),
      ),
    );
    this.#select.value = chosen ?? '';
    this.#count.textContent = cases.length > LISTED ? phrases.capped(LISTED, cases.length) : '';
  }

  show(line: CaseLine, full: CaseAnswer): void {
    const state = JSON.stringify([line, full]);
    if (state === this.#drawn) return;
    this.#drawn = state;
    const due = line.dueText || phrases.nothingDue;
    this.#facts.replaceChildren(
      element('p', { class: 'number' }, full.number),
      element('p', { class: 'what' }, `${full.service} · ${full.place}`),
      element(
        'dl',
        {},
        ...fact(
          phrases.stage,
          element('span', { class: `stage ${line.overdue ? 'late' : full.stage}` }, full.stageName),
        ),
        // What has ended is in nobody's hands and waits for nothing.
        ...(ENDED.includes(full.stage) ? [] : fact(phrases.owner, full.ownerName)),
        ...(ENDED.includes(full.stage)
          ? []
          : fact(phrases.due, line.overdue ? `${due}（${phrases.overdue}）` : due)),
      ),
    );
    const last = full.history.slice(-DRAWN).reverse();
    this.#heading.textContent = phrases.historyOf(full.history.length);
    this.#history.replaceChildren(
      ...last.map(({ at, words, hash }) =>
        element(
          'li',
          {},
          element('time', { attributes: { datetime: new Date(at).toISOString() } }, atText(at)),
          element('p', {}, words),
          element('code', { attributes: { title: hash } }, phrases.chain(hash.slice(0, SHORT))),
        ),
      ),
    );
  }
}

const fact = (name: string, value: string | Node): readonly HTMLElement[] => [
  element('dt', {}, name),
  element('dd', {}, value),
];
