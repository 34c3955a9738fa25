import type { AreaOnMap, MapOfArea } from '../../shared/application/mapOfArea.ts';
import type { Vacancy } from '../../shared/domain/vacancy/Vacancy.ts';
import { html, type Markup } from '../console/html.ts';
import { drawVacancy, fromWords } from './drawVacancy.ts';
import { phrases } from './phrases.ts';

const SHOWN = 20;
const KINDS = [
  'leader',
  'supervisor',
  'desk',
  'unit',
  'ended',
  'leave',
] as const satisfies readonly Vacancy['kind'][];

/** What nobody is there for: of the area itself, of each area below what there is of a kind, and above it what concerns it, too. */
export const drawVacancies = (map: MapOfArea): Markup => {
  const here = map.path.at(-1)?.code;
  const above = map.own.filter(({ area }) => area !== here);
  const lines = [
    ...map.own.filter(({ area }) => area === here).map((vacancy) => () => drawVacancy(vacancy, map)),
    ...map.below.flatMap((area) => linesOf(area, map)),
  ];
  const upper = above.map((vacancy) => () => drawVacancy(vacancy, map));
  const ended = [...map.own, ...map.below.flatMap(({ vacancies }) => vacancies)].some(isEnded);
  return html`${lines.length === 0 ? html`<p class="soft">${phrases.noVacancies}</p>` : html`<h3 class="red">${phrases.vacanciesTitle}</h3>${drawLines(lines)}`}${upper.length > 0 ? html`<p>${phrases.vacantAbove}</p>${drawLines(upper)}` : ''}${lines.length + upper.length > 0 ? html`<p class="soft">${phrases.remedy}${ended ? phrases.remedyEnded : ''}</p>` : ''}<p class="soft">${phrases.lookedAt}</p>`;
};

/** Drawn only as far as they are shown: there may be ten thousand. */
const drawLines = (lines: readonly (() => Markup)[]): Markup =>
  html`<ul>${lines.slice(0, SHOWN).map((draw) => draw())}</ul>${lines.length > SHOWN ? html`<p class="soft">${phrases.vacanciesMore(lines.length - SHOWN)}</p>` : ''}`;

const isEnded = ({ kind }: Vacancy): boolean => kind === 'ended';

const linesOf = (area: AreaOnMap, map: MapOfArea): readonly (() => Markup)[] => {
  const byKind = Map.groupBy(area.vacancies, ({ kind }) => kind);
  return KINDS.flatMap((kind) => {
    const some = byKind.get(kind) ?? [];
    const [first, ...others] = some;
    if (!first) return [];
    return [() => (others.length === 0 ? drawVacancy(first, map) : drawMany(area, some, map))];
  });
};

const drawMany = ({ area }: AreaOnMap, some: readonly Vacancy[], map: MapOfArea): Markup => {
  const kind = some[0]?.kind ?? 'supervisor';
  return html`<li><b>${area.name}</b>：<span class="red">${some.length} ${phrases.countOf[kind]}${manyWords(kind)}</span>，${fromWords(earliest(some), map)}</li>`;
};

const manyWords = (kind: Vacancy['kind']): string => {
  switch (kind) {
    case 'unit':
      return phrases.vacancy.units;
    case 'ended':
      return phrases.vacancy.endeds;
    case 'leave':
      return phrases.vacancy.leaves;
    default:
      return phrases.vacancy[kind];
  }
};

const earliest = (vacancies: readonly Vacancy[]): string =>
  vacancies.reduce(
    (first, { from }) => (from.localeCompare(first) < 0 ? from : first),
    vacancies[0]?.from ?? '',
  );
