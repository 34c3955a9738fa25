import type { Area } from '../../domain/city/City.ts';
import type { Fault } from '../Fault.ts';
import { featureSchema } from '../schema/areaSchema.ts';
import { readJson } from '../source/readJson.ts';
import type { Path, Source } from '../source/Source.ts';
import { checkKeys } from './checkKeys.ts';
import { nothingRead, type Part, takeItems } from './Part.ts';

const FILE = 'areas.geojson';

export const readAreas = (text: string): Part<Area> => {
  const reading = readJson(text);
  const faults = reading.faults.map((fault) => ({ file: FILE, ...fault }));
  if (!reading.read) return nothingRead(FILE, faults);
  const source = reading.read;
  // Map programs add `name` and `crs` unasked; `bbox` and `id` are GeoJSON's own.
  const { record, faults: found } = checkKeys(
    FILE,
    source,
    ['features'],
    ['type', 'name', 'crs', 'bbox', 'id'],
  );
  const head = [...found, ...(Object.keys(record).length > 0 ? checkHead(record, source) : [])];
  const { features } = record;
  const { lineOf } = source;
  if (!Array.isArray(features)) return nothingRead(FILE, head);
  const raws = features.map((value: unknown, i) => ({
    file: FILE,
    value,
    lineOf: (path: Path) => lineOf(['features', i, ...inFeature(path)]),
  }));
  return takeItems(FILE, raws, featureSchema, head);
};

const MEMBERS = new Set<string | number>(['type', 'properties', 'geometry', 'id', 'bbox']);

/** Findings speak of an area's fields; in the file those are properties of the feature, and polygons its geometry. */
const inFeature = (path: Path): Path => {
  const [first, ...rest] = path;
  if (first === undefined || MEMBERS.has(first)) return path;
  return first === 'polygons' ? ['geometry', ...rest] : ['properties', first, ...rest];
};

const LONGITUDE_LATITUDE = /CRS84|EPSG:+(?:[\d.]*:)?(?:4326|4490)\b/iu;

const checkHead = (record: Readonly<Record<string, unknown>>, { lineOf }: Source): readonly Fault[] => {
  const faults: Fault[] = [];
  if (record.type !== 'FeatureCollection')
    faults.push({
      file: FILE,
      line: lineOf(['type']),
      what: 'type 不是 FeatureCollection',
      remedy: '从地图软件导出为 GeoJSON 的 FeatureCollection',
    });
  if (record.crs !== undefined && !LONGITUDE_LATITUDE.test(JSON.stringify(record.crs)))
    faults.push({
      file: FILE,
      line: lineOf(['crs']),
      what: '坐标系不是经纬度（WGS-84 或 CGCS2000）',
      remedy: '导出时选 EPSG:4326，或按 RFC 7946 导出',
    });
  return faults;
};
