import type { BoardChoices } from '../../shared/contracts/board.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import { html, type Markup } from '../console/html.ts';
import { distinctTitles } from './distinctTitles.ts';
import { drawWay } from './drawWay.ts';
import { phrases } from './phrases.ts';

export interface Start {
  readonly city: string;
  /** What was looked for by words. */
  readonly said: string;
  /** The area whose parts are listed, then those above it. */
  readonly lineage: readonly Area[];
  readonly found: BoardChoices;
  /** What went wrong, and what to do about it. */
  readonly trouble?: { readonly message: string; readonly remedy: string };
}

/** Where a place is looked for: by words, by where the telephone is, or down the tree, one level at a time. */
export const drawStart = ({ city, said, lineage, found, trouble }: Start): Markup =>
  html`<main class="screen"><h1>${phrases.heading(city)}</h1><p>${phrases.intro}</p>${trouble ? html`<section class="card" role="alert"><p><strong>${trouble.message}</strong></p><p>${trouble.remedy}</p></section>` : ''}<section class="card"><form action="?" method="get"><label for="place"><h2>${phrases.search}</h2></label><input id="place" name="place" value="${said}" placeholder="${phrases.searchHint}" maxlength="100" enterkeyhint="search"><button class="big" type="submit">${phrases.searchButton}</button></form><button class="big plain" id="here" type="button" hidden>${phrases.here}</button><p class="soft" id="told" role="status" data-locating="${phrases.locating}" data-failed="${phrases.notLocated}"></p></section>${drawFound(lineage, found)}</main>`;

const drawFound = (lineage: readonly Area[], { choices, more, missed }: BoardChoices): Markup => {
  const [area, ...above] = lineage;
  const title = area ? phrases.walk : missed === undefined ? phrases.pick : phrases.near(missed);
  const titles = distinctTitles(choices);
  const within = (one: { readonly within: string }) =>
    area ? '' : html`<br><span class="soft">${one.within}</span>`;
  return html`<section class="card"><h2>${title}</h2>${area ? drawWay(lineage) : ''}<ul class="list">${choices.map((one, at) => html`<li><a href="?cell=${one.code}">${titles[at]}${within(one)}</a></li>`)}</ul>${more ? html`<p>${area ? phrases.moreBelow(choices.length) : phrases.more}</p>` : ''}${area && above.length > 0 && choices.some(({ leaf }) => leaf) ? html`<p><a href="?under=${area.code}">${phrases.printUnder(area.name)}</a></p>` : ''}</section>`;
};
