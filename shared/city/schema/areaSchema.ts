import { z } from 'zod';
import type { Area, Polygon } from '../../domain/city/City.ts';
import { areaCodeSchema, nameSchema } from './fieldSchemas.ts';
import { LEVELS } from './settingsSchema.ts';

const areaFields = {
  code: areaCodeSchema,
  name: nameSchema,
  level: z.enum(LEVELS),
  parent: areaCodeSchema.exactOptional(),
  kind: z.enum(['urban', 'rural']).exactOptional(),
};

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'number');

/** A position may carry a height, which is dropped. */
const isPosition = (value: unknown): value is readonly [number, number] =>
  isNumbers(value) && (value.length === 2 || value.length === 3);

const isPolygon = (value: unknown): value is Polygon =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((ring) => Array.isArray(ring) && ring.every(isPosition));

const bad = (what: string, remedy: string) => ({ error: what, params: { remedy } });
const NOT_POLYGON = bad('图形的坐标不是“环、点、[经度, 纬度]”的形式', '从地图软件重新导出这个图形');

/** Checked by hand rather than by schema: there may be a million positions. */
const geometrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Polygon'),
    coordinates: z.unknown().refine(isPolygon, NOT_POLYGON),
  }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z
      .unknown()
      .refine((value) => Array.isArray(value) && value.length > 0 && value.every(isPolygon), NOT_POLYGON),
  }),
]);

const flat = (polygon: Polygon): Polygon =>
  polygon.map((ring) =>
    // There are millions: only those with a height are made anew.
    ring.some(({ length }) => (length as number) > 2) ? ring.map(([lng, lat]) => [lng, lat] as const) : ring,
  );

/** A feature of `areas.geojson`, made into an area. Properties are fixed; `id` and `bbox` are GeoJSON's own. */
export const featureSchema = z
  .strictObject({
    type: z.literal('Feature'),
    id: z.union([z.string(), z.number()]).optional(),
    bbox: z.array(z.number()).optional(),
    properties: z.strictObject({
      ...areaFields,
      // A table export writes an absent property as null or ''.
      parent: z.preprocess((value) => value || undefined, areaCodeSchema.optional()),
      kind: z.preprocess((value) => value || undefined, areaFields.kind.optional()),
    }),
    geometry: geometrySchema.nullish(),
  })
  .transform(({ properties: { parent, kind, ...rest }, geometry }): Area => {
    const polygons =
      geometry?.type === 'Polygon' ? [geometry.coordinates as Polygon] : (geometry?.coordinates as Polygon[]);
    return {
      ...rest,
      ...(parent === undefined ? {} : { parent }),
      ...(kind === undefined ? {} : { kind }),
      ...(polygons ? { polygons: polygons.map(flat) } : {}),
    };
  });

/** An area of a City in memory. */
export const areaSchema = z.strictObject({
  ...areaFields,
  polygons: z
    .custom<readonly Polygon[]>((value) => Array.isArray(value) && value.every(isPolygon), NOT_POLYGON)
    .exactOptional(),
}) satisfies z.ZodType<Area>;
