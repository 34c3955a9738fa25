import type { City } from '../domain/city/City.ts';
import { checkDraft } from './check/checkDraft.ts';
import { cityVersion } from './cityVersion.ts';
import { type Fault, type Finding, sortFaults } from './Fault.ts';
import { citySchema } from './schema/citySchema.ts';
import { explainIssues } from './schema/explainIssue.ts';
import { keysAt } from './schema/keysAt.ts';

/** The checks of a folder on a city in memory, wherever it came from. Faults name the file their content belongs to, without a line. */
export const checkCity = (city: City, today: string): readonly Fault[] => {
  const shape = citySchema.safeParse(city, { reportInput: true });
  const findings: readonly Finding[] = shape.success
    ? [
        ...(cityVersion(city) === city.version ? [] : [tampered]),
        ...checkDraft({ city, unreadable: new Set(), partial: new Set(), today }),
      ]
    : explainIssues(shape.error.issues, (path) => keysAt(citySchema, path)).map(({ path, what, remedy }) => ({
        at: path,
        what,
        remedy,
      }));
  return sortFaults(
    findings
      .filter(({ note }) => !note)
      .map(({ at, what, remedy }) => ({ file: fileOf(at, city), line: 0, what, remedy })),
  );
};

const tampered: Finding = {
  at: ['version'],
  what: '版本号与内容不符',
  remedy: '从城市文件夹重新读取，不要改动读出来的数据',
};

const FILES: Readonly<Record<string, string>> = {
  areas: 'areas.geojson',
  places: 'places.csv',
  groups: 'catalog.yaml',
  services: 'catalog.yaml',
  units: 'units.csv',
  routes: 'routes.csv',
  ledger: 'ledger.csv',
};

const fileOf = ([part, index]: Finding['at'], city: City): string => {
  if (part !== 'calendar') return FILES[String(part)] ?? 'city.yaml';
  const year = typeof index === 'number' ? city.calendar[index]?.year : undefined;
  return year === undefined ? 'calendar' : `calendar/${year}.json`;
};
