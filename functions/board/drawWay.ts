import type { Area } from '../../shared/domain/city/City.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

/** The areas above, from the whole city down, each a step back up. `above`: from the nearest. */
export const drawWay = (above: readonly Pick<Area, 'code' | 'name'>[]): Markup =>
  html`<nav aria-label="${phrases.way}"><ul class="way">${[...above].reverse().map(({ code, name }) => html`<li><a href="?cell=${code}">${name}</a></li>`)}</ul></nav>`;
