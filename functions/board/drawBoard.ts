import { limitNames } from '../../shared/city/limitNames.ts';
import type { Board, BoardGroup, Matter, PostedUnit } from '../../shared/contracts/board.ts';
import type { Area, LimitName } from '../../shared/domain/city/City.ts';
import type { Nearby } from '../../shared/domain/grid/Nearby.ts';
import { html, type Markup } from '../console/html.ts';
import { drawPhone } from './drawPhone.ts';
import { drawWay } from './drawWay.ts';
import { mergedMatters } from './mergedMatters.ts';
import { phrases } from './phrases.ts';

/** The board of a cell on a screen: who answers, for what, by when, how to complain. */
export const drawBoard = (leaf: Area, board: Board, beside: Nearby['others'], map: Markup | ''): Markup => {
  const community = board.above[0];
  return html`<main class="screen"><h1>${community?.name ?? ''}${leaf.name}</h1><p class="soft">${board.city} ${phrases.title}　${phrases.code(leaf.code)}</p>${drawWay(board.above)}${drawBeside(beside)}<section class="card"><h2>${phrases.who}</h2>${drawPeople(board)}<a class="big" href="${board.chat}">${phrases.report}</a><p class="soft">${phrases.reportHint}</p></section><section class="card"><h2>${phrases.complain}</h2>${drawComplain(board)}</section><section class="card"><h2>${phrases.what}</h2><p class="soft">${phrases.whatHint}</p>${board.groups.map(drawGroup)}</section><section class="card"><h2>${phrases.where}</h2>${map}</section><section class="card"><button class="big plain" id="print" type="button" hidden>${phrases.print}</button><p class="soft">${phrases.printHint}</p>${community ? html`<p><a href="?under=${community.code}">${phrases.printUnder(community.name)}</a></p>` : ''}<p><a href="?">${phrases.again}</a></p><p class="soft">${phrases.asOf(board.at.slice(0, 16).replace('T', ' '))}</p></section></main>`;
};

const drawBeside = (beside: Nearby['others']): Markup | '' =>
  beside.length === 0
    ? ''
    : html`<section class="card"><p>${phrases.beside}</p><ul class="list">${beside.map(({ leaf }) => html`<li><a href="?cell=${leaf.code}">${leaf.name}</a></li>`)}</ul></section>`;

const drawPeople = ({ people }: Board): Markup =>
  people.length === 0
    ? html`<p>${phrases.nobody}</p>`
    : html`<ul class="who">${people.map(({ role, area, name, phone }) => html`<li>${area} ${phrases[role]}<br><strong>${name}</strong>${phone === undefined ? '' : html`<br>${drawPhone(phone)}`}</li>`)}</ul>`;

const drawComplain = ({ supervision }: Board): Markup =>
  supervision
    ? html`<p>${phrases.complainHint}</p><p>${supervision.name} ${drawPhone(supervision.phone)}</p>`
    : html`<p>${phrases.noComplain}</p>`;

const drawGroup = ({ name, leads }: BoardGroup): Markup =>
  html`<details><summary>${name}</summary>${leads.map(({ unit, services }) => html`<h3>${drawUnit(unit)}</h3>${drawSuperior(unit)}<ul class="matters">${mergedMatters(services).map(drawMatter)}</ul>`)}</details>`;

const drawUnit = (unit: PostedUnit | undefined): Markup =>
  unit
    ? html`${unit.name} ${unit.phone === undefined ? '' : drawPhone(unit.phone)}`
    : html`${phrases.undecided}`;

const drawSuperior = (unit: PostedUnit | undefined): Markup | '' =>
  unit?.superior
    ? html`<p class="soft">${phrases.superior(unit.superior.name)} ${unit.superior.phone === undefined ? '' : drawPhone(unit.superior.phone)}</p>`
    : '';

/** Where there is one condition alone, its name tells nothing. */
const drawMatter = ({ name, conditions }: Matter): Markup =>
  html`<li><strong>${name}</strong>${conditions.map(
    (condition) =>
      html`<div>${conditions.length > 1 ? `${condition.name}：` : ''}${phrases.within(condition.limits.handle)}${condition.urgent ? html` <span class="urgent">${phrases.urgent}</span>` : ''}<small>${stepsOf(condition.limits)}</small></div>`,
  )}</li>`;

const STEPS: readonly LimitName[] = ['verify', 'accept', 'sign', 'check'];

/** 核实 1 小时，受理 2 个工作小时… */
const stepsOf = (limits: Matter['conditions'][number]['limits']): string =>
  STEPS.flatMap((step) => {
    const limit = limits[step];
    return limit === undefined ? [] : [`${limitNames[step]} ${limit}`];
  }).join('，');
