import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../../domain/city/City.ts';
import { readAreas } from '../../parts/readAreas.ts';
import { readCalendar } from '../../parts/readCalendar.ts';
import { readCatalog } from '../../parts/readCatalog.ts';
import { readSettings } from '../../parts/readSettings.ts';
import { readLedger, readPlaces, readRoutes, readUnits } from '../../parts/tables.ts';
import { CITY_FILES } from '../../readCity.ts';
import type { Settings } from '../../schema/settingsSchema.ts';
import { readText } from '../../source/readText.ts';

/** A city folder as far as it can be read, whatever is wrong with it. */
export interface Base {
  /** Names of the city's files that are there. */
  readonly files: ReadonlySet<string>;
  readonly city: Omit<City, 'version' | keyof Settings> & { readonly settings?: Settings };
}

/** A bigger file is neither compared nor checked here: it would take gigabytes of memory. 100,000 grids take 50 MB. */
export const MOST_BYTES = 150 * 1024 * 1024;

/** The city's files in a folder, `calendar/2026.json` among them, with their sizes. */
export const cityFilesIn = async (dir: string): Promise<ReadonlyMap<string, number>> => {
  const calendars = await readdir(join(dir, 'calendar')).catch(() => []);
  const names = [
    ...CITY_FILES,
    ...calendars.filter((name) => name.endsWith('.json')).map((name) => `calendar/${name}`),
  ];
  const sizes = new Map<string, number>();
  for (const name of names) {
    const found = await stat(join(dir, name)).catch(() => undefined);
    if (found?.isFile()) sizes.set(name, found.size);
  }
  return sizes;
};

export const readBase = async (dir: string): Promise<Base> => {
  const files = await cityFilesIn(dir);
  const texts = new Map<string, string>();
  for (const [name, size] of files) {
    const text = size > MOST_BYTES ? undefined : readText(await readFile(join(dir, name))).read;
    if (text !== undefined) texts.set(name, text);
  }
  const take = <T>(name: string, read: (text: string) => T): T | undefined => {
    const text = texts.get(name);
    return text === undefined ? undefined : read(text);
  };
  const catalog = take('catalog.yaml', readCatalog);
  const settings = take('city.yaml', readSettings)?.items?.[0];
  const city = {
    areas: take('areas.geojson', readAreas)?.items ?? [],
    places: take('places.csv', readPlaces)?.items ?? [],
    groups: catalog?.groups.items ?? [],
    services: catalog?.services.items ?? [],
    units: take('units.csv', readUnits)?.items ?? [],
    routes: take('routes.csv', readRoutes)?.items ?? [],
    ledger: take('ledger.csv', readLedger)?.items ?? [],
    calendar: readCalendar(new Map([...texts].filter(([name]) => name.startsWith('calendar/')))).items ?? [],
    ...(settings ? { settings } : {}),
  };
  return { files: new Set(files.keys()), city };
};

/** The city of a folder as it stands, for comparing; undefined without a readable city.yaml. */
export const wholeOf = ({ city: { settings, ...rest } }: Base): City | undefined =>
  settings && { ...rest, ...settings, version: '' };
