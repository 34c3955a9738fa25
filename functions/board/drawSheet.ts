import type { Board, BoardGroup } from '../../shared/contracts/board.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { html, type Markup } from '../console/html.ts';
import { drawQr } from './drawQr.ts';
import { limitSpan } from './limitSpan.ts';
import { phrases } from './phrases.ts';

const words = phrases.sheet;
/** So many lines fit. */
const MOST_GROUPS = 12;
const MOST_PEOPLE = 4;

/** One A4 page of a cell: what is hung up in the street. */
export const drawSheet = (know: Knowledge, leaf: Area, board: Board, map: Markup | ''): Markup => {
  const { groups, supervision } = board;
  const above = [...board.above].reverse().map(({ name }) => name);
  return html`<section class="sheet"><div class="body"><h1>${board.city} ${words.title}</h1><p class="place">${above.at(-1) ?? ''}${leaf.name}</p><p class="code">${above.join(' ')}　${phrases.code(leaf.code)}</p><div class="top">${map}<ul class="who">${drawPeople(board)}</ul></div><table><tr>${words.columns.map((column, at) => html`<th class="c${at + 1}">${column}</th>`)}</tr>${groups.slice(0, MOST_GROUPS).map((group) => drawGroup(know, group, supervision?.phone))}</table>${groups.length > MOST_GROUPS ? html`<small>${words.moreGroups(groups.length - MOST_GROUPS)}</small> ` : ''}<small>${words.spanHint}</small></div><div class="foot">${drawQr(board.chat, words.scan)}<div><p class="scan">${words.scan}</p><p>${words.scanHint}</p>${supervision ? html`<p class="complain">${words.supervision} ${supervision.phone}</p><p>${supervision.name}</p>` : ''}<small>${phrases.asOf(board.at.slice(0, 10))}　${board.chat}</small></div></div></section>`;
};

/** Whoever looks after the cell in big letters, those above in a line each. */
const drawPeople = ({ people }: Board): readonly Markup[] =>
  people
    .slice(0, MOST_PEOPLE)
    .map(({ role, area, name, phone = '' }, at) =>
      at === 0
        ? html`<li class="first">${role === 'supervisor' ? '' : area}${phrases[role]}<br><strong>${name}</strong><br><span class="phone">${phone}</span></li>`
        : html`<li>${area}${phrases[role]}<br><strong>${name}</strong> <span class="phone">${phone}</span></li>`,
    );

/** The unit that leads most of it, and how many others there are; of several no single one is called, but who oversees them. */
const drawGroup = (know: Knowledge, { name, leads }: BoardGroup, overseer: string | undefined): Markup => {
  const units = leads.filter(({ unit }) => unit).sort((a, b) => b.services.length - a.services.length);
  const first = units[0]?.unit;
  const others = units.length > 1 ? words.others(units.length) : '';
  const phone = (units.length > 1 ? overseer : undefined) ?? first?.phone ?? '';
  const services = leads.flatMap((lead) => lead.services.map(({ code }) => code));
  return html`<tr><td>${name}</td><td>${first ? `${first.name}${others}` : phrases.undecided}</td><td>${phone}</td><td>${limitSpan(know, services)}</td></tr>`;
};
