import type { City, Service } from '../../domain/city/City.ts';
import type { Fault } from '../Fault.ts';
import { groupSchema, serviceSchema } from '../schema/catalogSchema.ts';
import { readYaml } from '../source/readYaml.ts';
import type { Source } from '../source/Source.ts';
import { checkKeys } from './checkKeys.ts';
import { nothingRead, type Part, takeItems } from './Part.ts';

const FILE = 'catalog.yaml';
const KEYS = ['groups', 'services'] as const;

export const readCatalog = (
  text: string,
): { readonly groups: Part<City['groups'][number]>; readonly services: Part<Service> } => {
  const reading = readYaml(text);
  const faults = reading.faults.map((fault) => ({ file: FILE, ...fault }));
  if (!reading.read) return { groups: nothing(faults), services: nothing([]) };
  const document = checkKeys(FILE, reading.read, KEYS);
  const lists = (key: (typeof KEYS)[number]) => listIn(reading.read, document.record, key);
  const groups = lists('groups');
  const services = lists('services');
  return {
    groups: groups ? takeItems(FILE, groups, groupSchema, document.faults) : nothing(document.faults),
    services: services ? takeItems(FILE, services, serviceSchema) : nothing([]),
  };
};

const nothing = (faults: readonly Fault[]) => nothingRead(FILE, faults);

const listIn = (source: Source, record: Readonly<Record<string, unknown>>, key: string) => {
  const list = record[key];
  if (!Array.isArray(list)) return undefined;
  return list.map((value: unknown, i) => ({
    file: FILE,
    value,
    lineOf: (path: readonly (string | number)[]) => source.lineOf([key, i, ...path]),
  }));
};
