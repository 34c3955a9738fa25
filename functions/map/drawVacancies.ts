import type { AreaOnMap, MapOfArea } from '../../shared/application/mapOfArea.ts';
import { areaLeaders } from '../../shared/domain/case/answersFor.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { isHeld } from '../../shared/domain/ledger/isHeld.ts';
import type { Vacancy } from '../../shared/domain/vacancy/Vacancy.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

const SHOWN = 20;
const KINDS = ['supervisor', 'desk', 'unit', 'leave'] as const satisfies readonly Vacancy['kind'][];

/** What nobody is there for: here, and of each area below what there is of a kind. */
export const drawVacancies = (map: MapOfArea): Markup => {
  const lines = [
    ...map.own.map((vacancy) => drawOne(vacancy, map)),
    ...map.below.flatMap((area) => linesOf(area, map)),
  ];
  if (lines.length === 0) return html`<p class="soft">${phrases.noVacancies}</p>`;
  return html`<h3 class="red">${phrases.vacanciesTitle}</h3><ul>${lines.slice(0, SHOWN)}</ul>${lines.length > SHOWN ? html`<p class="soft">${phrases.vacanciesMore(lines.length - SHOWN)}</p>` : ''}<p class="soft">${phrases.remedy}</p>`;
};

const linesOf = (area: AreaOnMap, map: MapOfArea): readonly Markup[] =>
  KINDS.flatMap((kind) => {
    const some = area.vacancies.filter((vacancy) => vacancy.kind === kind);
    const [first, ...others] = some;
    if (!first) return [];
    if (others.length === 0) return [drawOne(first, map)];
    return [
      html`<li><b>${area.area.name}</b>：<span class="red">${some.length} ${phrases.countOf[kind]}${manyWords(kind)}</span>，${fromWords(earliest(some), map)}</li>`,
    ];
  });

const drawOne = (vacancy: Vacancy, map: MapOfArea): Markup => {
  const { know } = map;
  const where = know.area(vacancy.area)?.name ?? vacancy.area;
  const below = know.isLeaf(vacancy.area) ? '' : phrases.whole;
  const leaders = areaLeaders(vacancy.area, vacancy.from, know)
    .filter(({ person }) => !isAway(know, person, vacancy.from))
    .map(({ name }) => name);
  const caught = leaders.length > 0 ? phrases.caught(leaders.slice(0, 3).join('、')) : phrases.caughtByNobody;
  return html`<li>${below}<b>${where}</b>：<span class="red">${oneWords(vacancy, map)}</span>，${fromWords(vacancy.from, map)}；${caught}</li>`;
};

const isAway = (know: Knowledge, person: string, date: string): boolean =>
  know.staffing.leaves.some((leave) => leave.person === person && isHeld(leave, date));

const oneWords = ({ kind, unit, role }: Vacancy, { know }: MapOfArea): string => {
  const unitName = unit === undefined ? '' : (know.unit(unit)?.name ?? unit);
  switch (kind) {
    case 'supervisor':
      return phrases.vacancy.supervisor;
    case 'desk':
      return phrases.vacancy.desk;
    case 'unit':
      return phrases.vacancy.unit(unitName);
    case 'leave':
      return phrases.vacancy.leave(`${unitName}${role === undefined ? '' : phrases.roles[role]}`);
  }
};

const manyWords = (kind: Vacancy['kind']): string => {
  if (kind === 'unit') return phrases.vacancy.units;
  return kind === 'leave' ? phrases.vacancy.leaves : phrases.vacancy[kind];
};

const earliest = (vacancies: readonly Vacancy[]): string =>
  vacancies.reduce(
    (first, { from }) => (from.localeCompare(first) < 0 ? from : first),
    vacancies[0]?.from ?? '',
  );

const fromWords = (from: string, { date }: MapOfArea): string =>
  from === date ? phrases.today : phrases.from(from);
