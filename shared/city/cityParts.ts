import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Area, City } from '../domain/city/City.ts';
import { buildOutlines } from '../domain/grid/buildOutlines.ts';
import { packGrid } from '../domain/grid/packGrid.ts';
import { packPlaces } from '../domain/text/packPlaces.ts';

/**
 * What functions load of a version: parts named after their content, so that versions share those that did not change, in the
 * bucket and in memory. `places` has their names, `grid` the shapes of the leaves, `outlines` of the areas above them, each in the order of `areas`.
 */
export const PARTS = ['rules', 'areas', 'places', 'ledger', 'grid', 'outlines'] as const;
export type PartName = (typeof PARTS)[number];

/** A version's list of parts. */
export const manifestSchema = z.strictObject({
  format: z.literal(2),
  id: z.string(),
  version: z.string(),
  parts: z.record(z.enum(PARTS), z.string().regex(/^[0-9a-f]{64}$/u)),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface EncodedParts {
  readonly manifest: Manifest;
  /** Bytes by their hash. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** The rules of a city: everything that is neither areas, places nor people. */
export type Rules = Omit<City, 'version' | 'areas' | 'places' | 'ledger'>;

/** Whether nothing is below an area: among these, by the parents they name. */
export const leafTest = (areas: readonly Area[]): ((area: Area) => boolean) => {
  const parents = new Set(areas.flatMap(({ parent }) => parent ?? []));
  return ({ code }) => !parents.has(code);
};

/** Takes seconds for a big city. The same city gives the same bytes. */
export const encodeParts = (city: City): EncodedParts => {
  const { version, areas, places, ledger, ...rules } = city;
  const isLeaf = leafTest(areas);
  const outlines = buildOutlines(areas);
  const contents: Readonly<Record<PartName, Uint8Array>> = {
    rules: packJson(rules),
    areas: packJson(areas.map(({ polygons: _shape, ...area }) => area)),
    places: packPlaces(places),
    ledger: packJson(ledger),
    grid: packGrid(areas.filter(isLeaf).map(({ polygons = [] }) => polygons)),
    outlines: packGrid(areas.filter((area) => !isLeaf(area)).map(({ code }) => outlines.get(code) ?? [])),
  };
  const named = PARTS.map((name) => [name, hashOf(contents[name])] as const);
  return {
    manifest: { format: 2, id: city.id, version, parts: Object.fromEntries(named) as Manifest['parts'] },
    bytes: new Map(named.map(([name, hash]) => [hash, contents[name]])),
  };
};

/** SHA-256, by which content is named. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The content itself. Throws when it is not what its name says: a fault of storage, or of whoever put it there. */
export const asNamed = (hash: string, bytes: Uint8Array): Uint8Array => {
  if (hashOf(bytes) !== hash)
    throw new Error(`What is stored as ${hash} has another content than its name says`);
  return bytes;
};

export const packJson = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 9 });
