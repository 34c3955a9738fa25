import { areaLeaders } from '../../shared/domain/case/answersFor.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { eachOnce } from '../../shared/domain/ledger/eachOnce.ts';
import { isHeld } from '../../shared/domain/ledger/isHeld.ts';
import { postOf } from '../../shared/domain/ledger/Post.ts';
import type { Vacancy } from '../../shared/domain/vacancy/Vacancy.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

interface Day {
  readonly know: Knowledge;
  readonly date: string;
}

/** One post that nobody is in, since when, and who catches what comes there. */
export const drawVacancy = (vacancy: Vacancy, on: Day): Markup => {
  const where = on.know.area(vacancy.area)?.name ?? vacancy.area;
  const whole = vacancy.kind === 'unit' && !on.know.isLeaf(vacancy.area) ? phrases.whole : '';
  return html`<li>${whole}<b>${where}</b>：<span class="red">${oneWords(vacancy, on)}</span>，${fromWords(vacancy.from, on)}${caughtWords(vacancy, on)}</li>`;
};

/** Who does what comes there until somebody is found. An auditor has no tasks, and where there is no expert none is asked. */
const caughtWords = ({ area, role, from }: Vacancy, { know }: Day): string => {
  if (role === 'expert' || (role !== undefined && !postOf({ role, area }))) return '';
  const leaders = eachOnce(areaLeaders(area, from, know))
    .filter(({ person }) => !isAway(know, person, from))
    .map(({ name }) => name);
  return `；${leaders.length > 0 ? phrases.caught(leaders.slice(0, 3).join('、')) : phrases.caughtByNobody}`;
};

const isAway = (know: Knowledge, person: string, date: string): boolean =>
  know.staffing.leaves.some((leave) => leave.person === person && isHeld(leave, date));

const oneWords = ({ kind, unit, role }: Vacancy, { know }: Day): string => {
  const unitName = unit === undefined ? '' : (know.unit(unit)?.name ?? unit);
  switch (kind) {
    case 'supervisor':
    case 'desk':
    case 'leader':
      return phrases.vacancy[kind];
    case 'unit':
      return phrases.vacancy.unit(unitName);
    case 'ended':
    case 'leave':
      return phrases.vacancy[kind](`${unitName}${role === undefined ? '' : phrases.roles[role]}`);
  }
};

export const fromWords = (from: string, { date }: Pick<Day, 'date'>): string =>
  from === date ? phrases.today : phrases.from(from);
