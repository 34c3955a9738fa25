import { stageName } from '../../bots/engine/cases/describeCase.ts';
import type { StreetCounts } from '../../shared/application/countByStage.ts';
import { OPEN, type Stage } from '../../shared/domain/case/Case.ts';
import { html, type Markup } from '../console/html.ts';

/** One row a street, one column a stage. What is gone follows by the area that it fell to. */
export const drawStages = (streets: readonly StreetCounts[], dark: boolean): Markup => {
  const shown = OPEN.filter((stage) => streets.some((street) => street.stages[stage]));
  const most = Math.max(1, ...streets.flatMap((street) => shown.map((stage) => street.stages[stage] ?? 0)));
  const colour = dark ? '#d5dbdb' : '#16191f';
  return html`<style>
.w{border-collapse:collapse;width:100%;font:14px/1.5 sans-serif;color:${colour}}
.w th,.w td{padding:4px 8px;text-align:right;border-bottom:1px solid #8884}
.w th:first-child,.w td:first-child{text-align:left}
.bar{display:inline-block;height:8px;background:#2e73b8;margin-right:6px;vertical-align:middle}
.late{color:#d13212;font-weight:bold}
</style>
<table class="w"><thead><tr><th>街道</th>${shown.map((stage) => html`<th>${stageName(stage)}</th>`)}<th>在办</th><th>超期</th></tr></thead>
<tbody>${streets.map((street) => drawStreet(street, shown, most))}${drawSum(streets, shown)}</tbody></table>`;
};

const drawStreet = (street: StreetCounts, shown: readonly Stage[], most: number): Markup =>
  html`<tr><td>${street.name}${street.gone ? `（已撤并的街道 ${street.street}）` : ''}</td>${shown.map((stage) => drawCount(street.stages[stage] ?? 0, most))}<td>${street.open}</td>${drawOverdue(street.overdue)}</tr>`;

const drawCount = (count: number, most: number): Markup =>
  count === 0
    ? html`<td>0</td>`
    : html`<td><span class="bar" style="width:${Math.max(2, Math.round((40 * count) / most))}px"></span>${count}</td>`;

const drawOverdue = (count: number): Markup =>
  count === 0 ? html`<td>0</td>` : html`<td class="late">${count}</td>`;

const drawSum = (streets: readonly StreetCounts[], shown: readonly Stage[]): Markup => {
  const sum = (of: (street: StreetCounts) => number): number =>
    streets.reduce((total, street) => total + of(street), 0);
  return html`<tr><th>合计</th>${shown.map((stage) => html`<th>${sum((street) => street.stages[stage] ?? 0)}</th>`)}<th>${sum((street) => street.open)}</th>${drawOverdue(sum((street) => street.overdue))}</tr>`;
};
