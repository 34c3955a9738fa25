import type { ListedAnswer } from '../../shared/contracts/listed.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

/** Those due first come first; what is past its day says so in words, not by its colour alone. */
export const drawListed = ({ city, cases, next }: ListedAnswer, isFirst: boolean): Markup =>
  html`<h1>${phrases.heading(city)}</h1>${cases.length === 0 ? html`<p>${isFirst ? phrases.none : phrases.noneLeft}</p>` : html`<p>${phrases.intro}</p><ol>${cases.map(drawCase)}</ol>`}${next === undefined ? '' : html`<a class="big" href="?after=${next}">${phrases.next}</a>`}${isFirst ? '' : html`<a class="big plain" href="?">${phrases.first}</a>`}<p class="soft">${phrases.left}</p>`;

const drawCase = (one: ListedAnswer['cases'][number]): Markup => {
  const { number, service, community, unit, since, due, past } = one;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [phrases.unit, unit],
    [phrases.due, dayText(due)],
    [phrases.since, dayText(since)],
    [phrases.community, community],
    [phrases.number, number],
  ];
  return html`<li${past ? html` class="past"` : ''}><h2>${service}</h2>${past ? html`<p class="late">${phrases.past}</p>` : ''}<dl>${facts.map(([name, value]) => (value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl></li>`;
};

/** `2026-09-28T16:40:05+08:00` → 2026年9月28日 16:40. */
const dayText = (at: string): string => {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/u.exec(at) ?? [];
  return `${year}年${Number(month)}月${Number(day)}日 ${time}`;
};
