import { atText } from '../../../../bots/channels/web/page/atText.ts';
import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { CaseAnswer } from '../../../../shared/contracts/caseAnswer.ts';
import type { CaseLine } from '../../../../shared/contracts/web.ts';
import type { CasePanelAnswer } from '../../control/CasePanelAnswer.ts';
import { caseFacts } from './caseFacts.ts';
import { phrases } from './phrases.ts';
import { type TurnActs, turnLines } from './turnLines.ts';

/** Cases in the list to choose from; more only slow the page. */
const LISTED = 200;
/** Entries of one history that are drawn. */
const DRAWN = 300;
/** Enough of a hash to compare by eye. */
const SHORT = 10;

interface Acts extends TurnActs {
  readonly choose: (number: string) => void;
}

/** One case: where it stands, whose turn it is, what is due, and its history as it is written. */
export class CasePanel {
  readonly #select = part<HTMLSelectElement>('caseSelect');
  readonly #count = part('caseCount');
  readonly #facts = part('caseFacts');
  readonly #history = part('caseHistory');
  readonly #heading = part('historyTitle');
  readonly #empty = part('caseEmpty');
  readonly #acts: Acts;
  #drawn = '';

  constructor(acts: Acts) {
    this.#acts = acts;
    this.#select.addEventListener('change', () => acts.choose(this.#select.value));
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

  show({ shown, turns, merged }: CasePanelAnswer): void {
    const open = turns.flatMap(({ people }) => people.map((each) => this.#acts.isOpen(each.conversation)));
    const state = JSON.stringify([shown, turns, merged, open, this.#acts.isFull()]);
    if (state === this.#drawn) return;
    this.#drawn = state;
    this.#facts.replaceChildren(
      element('p', { class: 'number' }, shown.number),
      element('p', { class: 'what' }, `${shown.service} · ${shown.place}`),
      caseFacts(shown, turnLines(turns, this.#acts), merged),
    );
    this.#drawHistory(shown.history);
  }

  #drawHistory(history: CaseAnswer['history']): void {
    this.#heading.textContent = phrases.historyOf(history.length);
    this.#history.replaceChildren(
      ...history
        .slice(-DRAWN)
        .toReversed()
        .map(({ at, words, hash }) =>
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
