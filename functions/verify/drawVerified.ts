import type { ReceiptAnswer } from '../../shared/contracts/receipt.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

interface Around {
  /** Address of the form. */
  readonly back: string;
  /** Whom to ask where something is wrong. */
  readonly ask: string;
}

/** What the receipt proves, first; then what is public of the case. */
export const drawVerified = (answer: ReceiptAnswer, { back, ask }: Around): Markup => {
  const { number, service, community, stageName, history } = answer;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [phrases.number, number],
    [phrases.what, service],
    [phrases.place, community],
    [phrases.stage, stageName],
  ];
  return html`${drawVerdict(answer, ask)}<section><dl>${facts.map(([name, value]) => (value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl></section>${history.length === 0 ? '' : drawHistory(answer)}<a class="big" href="${back}">${phrases.again}</a>`;
};

const drawHistory = ({ history, receipt }: ReceiptAnswer): Markup =>
  html`<section><h2>${phrases.history}</h2><ol>${history.map((line) => html`<li${line.seq === receipt.seq ? html` class="own"` : ''}><span>${phrases.seq(line.seq)} ${dayText(line.at)} ${line.who}</span>${line.words}</li>`)}</ol><p class="soft">${phrases.left}</p></section>`;

const drawVerdict = ({ chain, receipt }: ReceiptAnswer, ask: string): Markup => {
  const { whole, agrees, entries, brokenAt } = chain;
  const good = whole && agrees && receipt.unaltered;
  const said = whole ? (agrees ? phrases.whole(entries) : phrases.differs) : phrases.brokenAt(brokenAt ?? 1);
  const own = receipt.unaltered ? phrases.unaltered : phrases.altered;
  return html`<section class="${good ? 'good' : 'bad'}" role="status"><p><strong>${said}</strong></p><p>${own(receipt.seq, dayText(receipt.at))}</p>${good ? '' : html`<p>${ask}</p>`}${brokenAt === undefined || brokenAt === 1 ? '' : html`<p>${phrases.upTo(brokenAt - 1)}</p>`}</section>`;
};

/** `2026-09-28T16:40:05+08:00` → 2026年9月28日 16:40. */
const dayText = (at: string): string => {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/u.exec(at) ?? [];
  return `${year}年${Number(month)}月${Number(day)}日 ${time}`;
};
