import type { City } from '../domain/city/City.ts';
import { checkDraft } from './check/checkDraft.ts';
import { cityVersion } from './cityVersion.ts';
import { type Fault, type Finding, fieldAt, sortFaults } from './Fault.ts';
import { findLeaves, UNTOLD } from './findLeaves.ts';
import { nothingRead, type Part } from './parts/Part.ts';
import { readAreas } from './parts/readAreas.ts';
import { readCalendar } from './parts/readCalendar.ts';
import { readCatalog } from './parts/readCatalog.ts';
import { readSettings } from './parts/readSettings.ts';
import { readLedger, readPlaces, readRoutes, readUnits } from './parts/tables.ts';
import { readText } from './source/readText.ts';
import type { Path } from './source/Source.ts';

/** The bytes of a folder by relative name: `city.yaml`, `calendar/2026.json`. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

export interface CityReading {
  /** Only when there are no faults. */
  readonly city?: City;
  readonly faults: readonly Fault[];
  /** What is worth a look, though nothing is wrong with it. */
  readonly notes: readonly Fault[];
}

export const CITY_FILES = [
  'city.yaml',
  'areas.geojson',
  'places.csv',
  'catalog.yaml',
  'units.csv',
  'routes.csv',
  'ledger.csv',
] as const;
type CityFile = (typeof CITY_FILES)[number];

type Parts = { readonly [K in PartName]: Part<City[K][number]> };
type PartName = 'areas' | 'places' | 'groups' | 'services' | 'units' | 'routes' | 'ledger' | 'calendar';

/** Reads and checks a whole folder at once; whatever the bytes are, it answers with faults and does not throw. */
export const readCity = (files: FolderFiles, today: string): CityReading => {
  const unread: Fault[] = [];
  const text = (file: string): string | undefined => {
    const bytes = files.get(file);
    const reading = bytes ? readText(bytes) : MISSING;
    unread.push(...reading.faults.map((fault) => ({ file, ...fault })));
    return reading.read;
  };
  const take = <T>(file: CityFile, read: (content: string) => T): T | undefined => {
    const content = text(file);
    return content === undefined ? undefined : read(content);
  };

  const settings = take('city.yaml', readSettings);
  const catalog = take('catalog.yaml', readCatalog);
  const areas = take('areas.geojson', readAreas) ?? absent('areas.geojson');
  const parts: Parts = {
    areas,
    places: findLeaves(take('places.csv', readPlaces) ?? absent('places.csv'), areas),
    groups: catalog?.groups ?? absent('catalog.yaml'),
    services: catalog?.services ?? absent('catalog.yaml'),
    units: take('units.csv', readUnits) ?? absent('units.csv'),
    routes: take('routes.csv', readRoutes) ?? absent('routes.csv'),
    ledger: take('ledger.csv', readLedger) ?? absent('ledger.csv'),
    calendar: readCalendar(
      new Map(
        [...files.keys()]
          .filter((file) => file.startsWith('calendar/'))
          .flatMap((file) => {
            const content = text(file);
            return content === undefined ? [] : [[file, content] as const];
          }),
      ),
    ),
  };

  const names = Object.keys(parts) as PartName[];
  const content: Partial<City> = {
    ...(settings?.items?.[0] ?? settings?.damaged[0]?.sound),
    ...Object.fromEntries(names.flatMap((name) => (parts[name].items ? [[name, parts[name].items]] : []))),
  };
  const findings = checkDraft({
    city: content,
    damaged: Object.fromEntries(names.map((name) => [name, parts[name].damaged])),
    unreadable: new Set([UNTOLD, ...names.flatMap((name) => parts[name].unreadable)]),
    partial: new Set(names.filter((name) => parts[name].faults.length > 0)),
    today,
  });
  const locate = ([first, ...rest]: Path) =>
    names.includes(first as PartName)
      ? parts[first as PartName].locate(rest)
      : (settings?.locate([0, first ?? '', ...rest]) ?? { file: 'city.yaml', line: 1 });
  const tell = ({ at, also, what, remedy, ofLine }: Finding): Fault => ({
    ...locate(at),
    what: also ? `${what}（另见第 ${locate(also).line} 行）` : what,
    remedy,
    ...(ofLine ? { field: fieldAt(at.slice(2)) } : {}),
  });
  const notes = sortFaults(findings.filter(({ note }) => note).map(tell));
  const faults = sortFaults([
    ...unread,
    ...(settings?.faults ?? []),
    ...names.flatMap((name) => parts[name].faults),
    ...findings.filter(({ note }) => !note).map(tell),
  ]);
  if (faults.length > 0) return { faults, notes };
  const whole = content as Omit<City, 'version'>;
  return { city: { ...whole, version: cityVersion(whole) }, faults, notes };
};

const MISSING = {
  read: undefined,
  faults: [{ line: 1, what: '没有这个文件', remedy: '补上它；没有内容也要写表头' }],
};

/** Told by itself. */
const absent = (file: string): Part<never> => nothingRead(file, []);
