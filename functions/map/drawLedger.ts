import { holdersOn } from '../../shared/domain/case/answersFor.ts';
import type { LedgerRow, Service } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { ROLES } from '../../shared/domain/city/roleNames.ts';
import type { Holder } from '../../shared/domain/ledger/buildLedger.ts';
import { eachOnce } from '../../shared/domain/ledger/eachOnce.ts';
import { isHeld } from '../../shared/domain/ledger/isHeld.ts';
import { postOf } from '../../shared/domain/ledger/Post.ts';
import { maskPrivate } from '../../shared/domain/privacy/maskPrivate.ts';
import { vacanciesByArea } from '../../shared/domain/vacancy/vacanciesByArea.ts';
import { html, type Markup } from '../console/html.ts';
import { drawVacancy } from './drawVacancy.ts';
import { phrases } from './phrases.ts';

/** Services of a unit that are named. */
const NAMED = 3;

/** Who answers for a leaf: the posts of the leaf and of the areas above it, then the units that lead in it. */
export const drawLedger = (know: Knowledge, leaf: string, date: string): Markup => {
  const lineage = know.lineage(leaf);
  const order = new Map(lineage.map(({ code }, i) => [code, i]));
  const rows = know.city.ledger
    .filter(
      (row) =>
        order.has(row.area) && postOf(row)?.unit === undefined && (row.to === undefined || row.to >= date),
    )
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (order.get(a.area) ?? 0) - (order.get(b.area) ?? 0) ||
        a.from.localeCompare(b.from),
    );
  const found = vacanciesByArea(know, date);
  // Of units the table below says it.
  const vacant = lineage.flatMap(({ code }) =>
    (found.get(code) ?? []).filter(({ area, kind }) => area === code && kind !== 'unit'),
  );
  return html`<h3>${phrases.ledger.title}：${lineage
    .toReversed()
    .map(({ name }) => name)
    .join(
      ' › ',
    )} <span class="soft">${leaf}</span></h3>${vacant.length === 0 ? '' : html`<ul>${vacant.map((each) => drawVacancy(each, { know, date }))}</ul>`}<table><thead><tr>${phrases.ledger.columns.map((column) => html`<th>${column}</th>`)}</tr></thead><tbody>${rows.map((row) => drawRow(row, know, date))}</tbody></table>${drawPhoneHint(know, leaf)}<h3>${phrases.ledger.units}</h3>${drawUnits(know, leaf, date)}`;
};

/** By any matter that somebody leads here. */
const drawPhoneHint = (know: Knowledge, leaf: string): Markup => {
  const { services } = know.city;
  const service = services.find(({ code }) => know.route(code, leaf).found) ?? services[0];
  return html`<p class="soft">${phrases.phoneHint(service?.code ?? '', leaf)}</p>`;
};

const rank = ({ role }: LedgerRow): number => ROLES.indexOf(role);

const drawRow = (row: LedgerRow, know: Knowledge, date: string): Markup => {
  const area = know.area(row.area)?.name ?? row.area;
  const nameOf = (person: string | undefined): string =>
    person === undefined ? '' : (know.nameOf(person) ?? person);
  return html`<tr><td>${area} ${phrases.roles[row.role]}</td><td>${row.name}${isHeld(row, date) ? drawLeave(row, know, date) : html` <span class="soft">${phrases.ledger.future}</span>`}</td><td>${maskPrivate(row.phone)}</td><td>${nameOf(row.deputy)}</td><td>${nameOf(row.superior)}</td><td>${row.from} – ${row.to ?? phrases.ledger.open}</td></tr>`;
};

/** Whether they are on leave, and who answers in their place. */
const drawLeave = ({ person, role, area }: LedgerRow, know: Knowledge, date: string): Markup | '' => {
  const isAway = know.staffing.leaves.some((leave) => leave.person === person && isHeld(leave, date));
  if (!isAway) return '';
  const actor = know.holders(role, area, date).find(({ actingFor }) => actingFor === person);
  return html` <span class="${actor ? 'soft' : 'red'}">${phrases.ledger.onLeave}，${actor ? phrases.ledger.actedBy(actor.name) : phrases.ledger.actedByNobody}</span>`;
};

const drawUnits = (know: Knowledge, leaf: string, date: string): Markup => {
  const led = Map.groupBy(know.city.services, ({ code }) => {
    const routing = know.route(code, leaf);
    return routing.found ? routing.unit : '';
  });
  return html`<table><thead><tr>${phrases.ledger.unitColumns.map((column) => html`<th>${column}</th>`)}</tr></thead><tbody>${[...led].map(([unit, services]) => drawUnit(unit, services, holdersIn(unit, leaf, date, know), know))}</tbody></table>`;
};

const holdersIn = (unit: string, leaf: string, date: string, know: Knowledge): readonly Holder[] =>
  unit === ''
    ? []
    : eachOnce(holdersOn(`unit@${unit}`, leaf, date, know).filter((holder) => holder.unit === unit));

const drawUnit = (
  code: string,
  services: readonly Service[],
  holders: readonly Holder[],
  know: Knowledge,
): Markup => {
  const names = services
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、');
  const told = services.length > NAMED ? phrases.ledger.services(names, services.length) : names;
  if (code === '')
    return html`<tr><td class="red">${phrases.ledger.unled}</td><td>${told}</td><td></td><td></td></tr>`;
  const unit = know.unit(code);
  return html`<tr><td>${unit?.name ?? code}</td><td>${told}</td><td>${holders.length > 0 ? holders.map(({ name }) => name).join('、') : html`<span class="red">${phrases.route.nobody}</span>`}</td><td>${unit?.phone ?? ''}</td></tr>`;
};
