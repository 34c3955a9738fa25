import type { AreaOnMap, MapOfArea } from '../../shared/application/mapOfArea.ts';
import { html, type Markup } from '../console/html.ts';
import { action, type Endpoint } from './action.ts';
import { phrases } from './phrases.ts';

/** Lines of the list at once. */
const PAGE = 50;

/** Where one is, and the way up. */
export const drawPath = (map: MapOfArea, endpoint: Endpoint): Markup => {
  const { path, total, atLeast, own, below } = map;
  const above = path.slice(0, -1);
  const here = path.at(-1);
  const inHere = own.filter(({ area }) => area === here?.code).length;
  const vacant = below.reduce((sum, { vacancies }) => sum + vacancies.length, inHere);
  const upper = own.length - inHere;
  return html`<p>${above.map(({ code, name }) => html`<a class="t">${name}</a>${action(endpoint, { area: code })} › `)}<b>${here?.name}</b> <span class="soft">${here?.code}</span>　${phrases.open} ${atLeast ? phrases.atLeast : ''} ${total.open} · ${drawCount(phrases.overdue, total.overdue)} · ${drawCount(phrases.vacancies, vacant)}${upper > 0 ? phrases.above(upper) : ''}</p>`;
};

/** The areas right below as a list, a page at a time. */
export const drawList = (map: MapOfArea, page: number, endpoint: Endpoint): Markup => {
  const { below } = map;
  if (below.length === 0) return html`<p>${phrases.nothingBelow}</p>`;
  const start = Math.min(Math.max(0, page) * PAGE, PAGE * Math.floor((below.length - 1) / PAGE));
  const shown = below.slice(start, start + PAGE);
  return html`<div class="list"><p class="soft">${phrases.hint}<br>${phrases.vacantHint}</p><table><thead><tr><th class="num">#</th><th>${phrases.areas}</th><th class="num">${phrases.open}</th><th class="num">${phrases.overdue}</th><th class="num">${phrases.vacancies}</th></tr></thead><tbody>${shown.map((area, i) => drawLine(area, start + i + 1, endpoint))}</tbody></table>${below.length > PAGE ? drawPages(map, start, endpoint) : ''}</div>`;
};

const drawLine = (line: AreaOnMap, index: number, endpoint: Endpoint): Markup => {
  const { code, name } = line.area;
  return html`<tr><td class="num soft">${index}</td><td><a class="t">${name}</a>${line.isLeaf ? action(endpoint, { area: code, show: 'ledger' }, 'popup') : action(endpoint, { area: code })}</td><td class="num">${line.open}</td><td class="num">${drawFault(line.overdue)}</td><td class="num">${drawFault(line.vacancies.length)}</td></tr>`;
};

/** A page on and back, ten, and to the ends: ten thousand lines are two hundred pages. */
const drawPages = ({ path, below }: MapOfArea, start: number, endpoint: Endpoint): Markup => {
  const area = path.at(-1)?.code ?? '';
  const [at, end] = [start / PAGE, Math.floor((below.length - 1) / PAGE)];
  const wordsOf = (page: number): string => {
    if (page === at - 1) return phrases.previousPage;
    return page === at + 1 ? phrases.nextPage : phrases.page(page + 1);
  };
  const others = [0, at - 10, at - 1, at + 1, at + 10, end].filter(
    (page) => page >= 0 && page <= end && page !== at,
  );
  const links = [...new Set(others)].map(
    (page) => html` <a class="t">${wordsOf(page)}</a>${action(endpoint, { area, page })}`,
  );
  const last = Math.min(below.length, start + PAGE);
  return html`<p class="soft">${phrases.more(`${start + 1}–${last}`, below.length)}${links}</p>`;
};

const drawCount = (words: string, count: number): Markup =>
  count === 0 ? html`${words} 0` : html`<span class="red">${words} ${count}</span>`;

const drawFault = (count: number): Markup =>
  count === 0 ? html`0` : html`<span class="red">${count}</span>`;
