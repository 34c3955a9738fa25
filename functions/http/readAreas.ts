import type { AreasAnswer } from '../../shared/contracts/web.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const cities = cityOfTable(openTable(env.TABLE_NAME), env);

/** GET /city/areas: the areas of the city, for maps. Public: boundaries must be posted (公示). */
export const handler = httpDoor(async () => {
  const { city } = await cities.current();
  const body = { type: 'FeatureCollection', features: city.areas.map(toFeature) };
  return { status: 200, body, headers: { 'cache-control': 'public, max-age=300' } };
});

const toFeature = (area: Area): AreasAnswer['features'][number] => ({
  type: 'Feature',
  properties: {
    code: area.code,
    name: area.name,
    level: area.level,
    ...(area.kind === undefined ? {} : { kind: area.kind }),
    ...(area.parent === undefined ? {} : { parent: area.parent }),
  },
  geometry: area.polygons?.length
    ? { type: 'MultiPolygon', coordinates: structuredClone(area.polygons) as [number, number][][][] }
    : null,
});
