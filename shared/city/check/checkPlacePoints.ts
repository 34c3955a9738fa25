import type { Area, Place } from '../../domain/city/City.ts';
import { chinaBounds } from '../../domain/city/chinaBounds.ts';
import { openGrid } from '../../domain/grid/openGrid.ts';
import { packGrid } from '../../domain/grid/packGrid.ts';
import { commonShift, type Placed } from './commonShift.ts';
import type { Check, Draft } from './Draft.ts';
import { holdsPoint } from './holdsPoint.ts';
import { metresOutside } from './metresOutside.ts';
import { ringFaults } from './ringFaults.ts';

/** Metres: a point this close to its leaf stands on the line. */
const ON_THE_LINE = 1;

/** Places whose point lies elsewhere than in the leaf they name. What is written counts, so this is one note for the file. */
export const checkPlacePoints: Check = (draft) => {
  const { leaves, whole } = soundLeaves(draft);
  const shapes = new Map(leaves.map(({ code, polygons = [] }) => [code, polygons]));
  const placed = [...(draft.city.places ?? []).entries()].flatMap(([index, place]): readonly Placed[] => {
    const shape = shapes.get(place.area);
    return shape && chinaBounds(place) === 'inside' ? [{ index, place, shape }] : [];
  });
  const strays = placed.filter(
    ({ place, shape }) => !holdsPoint(shape, place) && metresOutside(shape, place) >= ON_THE_LINE,
  );
  const [first] = strays;
  if (!first) return [];
  const shift = commonShift(placed, strays);
  const count = strays.length;
  const such = `${where(first.place, leaves, whole)}，写的是 ${first.place.area}，相差约 ${roughly(metresOutside(first.shape, first.place))}`;
  return [
    {
      at: ['places', first.index],
      what:
        count === 1
          ? `“${first.place.name}”的坐标${such}`
          : `${count} 个地点的坐标不在所写的网格里，例如“${first.place.name}”${such}${shift === undefined ? '' : `；整体偏移约 ${roughly(shift)}`}`,
      remedy:
        shift === undefined
          ? '现在按所写的网格办；核对坐标，或让 area 空着'
          : '坐标可能是 GCJ-02，用 import --crs gcj02 重新导入；现在按所写的网格办',
      note: true,
    },
  ];
};

/** Leaves with a shape that nothing is wrong with, and whether these are all leaves. */
const soundLeaves = (draft: Draft): { readonly leaves: readonly Area[]; readonly whole: boolean } => {
  const areas = draft.city.areas ?? [];
  const wrong = ringFaults(areas);
  const parents = new Set(areas.map(({ parent }) => parent));
  const all = [...areas.entries()].filter(([, { code }]) => !parents.has(code));
  const leaves = all.flatMap(([i, area]) => (area.polygons?.length && !wrong.has(i) ? [area] : []));
  return { leaves, whole: leaves.length === all.length && !draft.partial.has('areas') };
};

const where = ({ lng, lat }: Place, leaves: readonly Area[], whole: boolean): string => {
  const grid = openGrid(packGrid(leaves.map(({ polygons = [] }) => polygons)));
  const found = leaves[grid.locate(lng, lat)];
  if (found) return `在 ${found.code}`;
  return whole ? '不在任何网格里' : '在别处';
};

/** No more exact than anybody can use. */
const roughly = (metres: number): string => {
  if (metres >= 1000) return `${(metres / 1000).toFixed(1)} 公里`;
  const step = metres < 20 ? 1 : 10;
  return `${Math.round(metres / step) * step} 米`;
};
