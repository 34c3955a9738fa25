import type { Workplace } from './workplace.ts';

export const CODE = '990101001001001';
export const SQUARE = [
  [121.47, 31.23],
  [121.48, 31.23],
  [121.48, 31.24],
  [121.47, 31.24],
  [121.47, 31.23],
] as const;
export const cell = (
  properties: object,
  ring: readonly (readonly number[])[] = SQUARE,
  type = 'Polygon',
) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates: type === 'Polygon' ? [ring] : ring },
});
export const collection = (features: readonly unknown[], head: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...head, features });

/** Imports a map, and reads what was written. */
export const importMap =
  (each: () => Workplace) =>
  async (name: string, content: string | Uint8Array, ...args: string[]) => {
    const place = each();
    const file = await place.put(name, content);
    const result = await place.run(['--to', place.path('new'), '--areas', file, '--kind', 'urban', ...args]);
    const text = await place.text('new/areas.geojson').catch(() => undefined);
    const found =
      text === undefined
        ? undefined
        : (JSON.parse(text).features as {
            properties: Record<string, string>;
            geometry: { coordinates: number[][][] } | null;
          }[]);
    return { ...result, found };
  };
