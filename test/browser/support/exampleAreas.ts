import type { AreasAnswer } from '../../../shared/contracts/web.ts';

const WEST = 121.45;
const SOUTH = 31.21;
const STEP = 0.008;

/** A corner of the grid, moved a little so that the cells are not squares. */
const corner = (column: number, row: number): [number, number] => [
  WEST + STEP * (column + 0.22 * Math.sin(column * 3 + row * 5)),
  SOUTH + STEP * 0.8 * (row + 0.22 * Math.cos(column * 4 - row * 3)),
];

/** A small city of 6 × 4 cells in 4 communities of one street. */
export const exampleAreas = (): AreasAnswer => {
  const features: AreasAnswer['features'] = [
    { type: 'Feature', properties: { code: '990101', name: '示例区', level: 'county' }, geometry: null },
    {
      type: 'Feature',
      properties: { code: '990101001', name: '城中街道', level: 'street', parent: '990101' },
      geometry: null,
    },
  ];
  for (const [index, name] of ['和平社区', '建设社区', '湖滨社区', '东门社区'].entries()) {
    const code = `99010100100${index + 1}`;
    features.push({
      type: 'Feature',
      properties: { code, name, level: 'community', parent: '990101001' },
      geometry: null,
    });
    for (let cell = 0; cell < 6; cell += 1) {
      const column = (index % 2) * 3 + (cell % 3);
      const row = Math.floor(index / 2) * 2 + Math.floor(cell / 3);
      const ring = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ];
      features.push({
        type: 'Feature',
        properties: {
          code: `${code}00${cell + 1}`,
          name: `第${cell + 1}网格`,
          level: 'grid',
          kind: 'urban',
          parent: code,
        },
        geometry: { type: 'Polygon', coordinates: [ring] },
      });
    }
  }
  return { type: 'FeatureCollection', level: 'grid', leaves: true, features };
};
