import type { LedgerRow, Place, Route, Unit } from '../../domain/city/City.ts';
import { ledgerRowSchema, placeSchema, routeSchema, unitSchema } from '../schema/rowSchemas.ts';
import type { Part } from './Part.ts';
import { readRows } from './readRows.ts';

const split = (text = ''): readonly string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A number if it is written as one; otherwise the text, for the schema to complain about. */
const degrees = (text: string | undefined): unknown =>
  text !== undefined && /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;

export const readPlaces = (text: string): Part<Place> =>
  readRows('places.csv', text, ['name', 'aliases', 'lng', 'lat', 'area', 'kind'], {
    schema: placeSchema,
    shape: (cells) => ({
      ...cells,
      aliases: split(cells.aliases),
      lng: degrees(cells.lng),
      lat: degrees(cells.lat),
      area: cells.area ?? '',
      kind: cells.kind ?? '',
    }),
  });

export const readUnits = (text: string): Part<Unit> =>
  readRows('units.csv', text, ['code', 'name', 'parent', 'phone', 'channel'], {
    schema: unitSchema,
    shape: (cells) => ({ ...cells, phone: cells.phone ?? '', channel: cells.channel ?? '' }),
  });

export const readRoutes = (text: string): Part<Route> =>
  readRows('routes.csv', text, ['service', 'area', 'unit', 'share'], {
    schema: routeSchema,
    shape: (cells) => cells,
  });

const LEDGER = [
  'area',
  'role',
  'unit',
  'person',
  'name',
  'phone',
  'channel',
  'deputy',
  'superior',
  'from',
  'to',
] as const;

export const readLedger = (text: string): Part<LedgerRow> =>
  readRows('ledger.csv', text, LEDGER, {
    schema: ledgerRowSchema,
    shape: (cells) => ({ ...cells, phone: cells.phone ?? '' }),
  });
