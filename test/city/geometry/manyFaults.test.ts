import { checkGaps } from '../../../shared/city/check/checkGaps.ts';
import { checkInside } from '../../../shared/city/check/checkInside.ts';
import { checkOverlaps } from '../../../shared/city/check/checkOverlaps.ts';
import { checkRings } from '../../../shared/city/check/checkRings.ts';
import { cityOf } from './cityOf.ts';
import { rectangle } from './randomMaps.ts';

const told = (findings: readonly { readonly what: string }[]): readonly string[] =>
  findings.map(({ what }) => what);
const lattice = (size: number, side = 1) =>
  Array.from({ length: size * size }, (_, i) => rectangle(i % size, Math.floor(i / size), side, side));

describe('a mistake made everywhere is told in a bounded number of lines', () => {
  test('one leaf over a hundred others is told twenty times, then counted', () => {
    const lines = told(checkOverlaps(cityOf([...lattice(10), rectangle(0, 0, 10, 10)])));
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe('网格 990101000000100 格还与另外 80 个网格重叠');
  });

  test('two thousand times the same leaf', () => {
    const city = cityOf(
      Array.from({ length: 2000 }, () => rectangle(0, 0, 1, 1)),
      rectangle(0, 0, 2, 2),
    );
    const lines = told(checkOverlaps(city));
    expect(lines).toHaveLength(1002);
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^网格重叠还有 \d+ 处，没有列出$/u),
      '重叠的网格太多，没有全部查完，空隙也没有查',
    ]);
    expect(checkGaps(city)).toEqual([]);
  });

  test('leaves that leave room all around them', () => {
    const city = cityOf(lattice(40, 0.5), rectangle(0, 0, 40, 40));
    expect(told(checkGaps(city))).toEqual([expect.stringContaining('城里有')]);
  });

  test('seventeen thousand leaves that nowhere meet: the south is looked at, and that is said', () => {
    const lines = told(checkGaps(cityOf(lattice(130, 0.9), rectangle(0, 0, 130, 130))));
    expect(lines).toEqual([
      expect.stringContaining('城里有'),
      '相邻的网格大多对不上边，空隙只查了南边的一部分',
    ]);
  });

  test('a root somewhere else', () => {
    const lines = told(checkInside(cityOf(lattice(33), rectangle(50, 50, 2, 2))));
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('网格在上级之外还有 89 处，没有列出');
  });

  test('a shape of a thousand blocks over each other', () => {
    const lines = told(checkRings(cityOf([lattice(33, 1.5).flat()])));
    expect(lines).toHaveLength(1001);
  });
});

test('many small holes are notes, and so is the line that counts the rest', () => {
  const holes = Array.from({ length: 35 * 35 }, (_, i) =>
    rectangle(1 + (i % 35), 1 + Math.floor(i / 35), 0.5, 0.5),
  );
  const [outer] = rectangle(0, 0, 40, 40);
  const findings = checkGaps(cityOf([[[...(outer ?? []), ...holes.flat(2)]]]));
  expect(findings).toHaveLength(1001);
  expect(findings.every(({ note }) => note)).toBe(true);
});

test('a ring of twenty thousand corners is walked, and found sound', () => {
  const corners = Array.from({ length: 20_000 }, (_, i): readonly [number, number] => {
    const angle = (i / 20_000) * 2 * Math.PI;
    const radius = 0.05 * (1 + 0.01 * Math.sin(angle * 999));
    return [121 + radius * Math.cos(angle), 31 + radius * Math.sin(angle)];
  });
  const ring = [...corners, ...corners.slice(0, 1)];
  expect(checkRings(cityOf([[[ring]]]))).toEqual([]);
  const [a, b] = [ring[1000], ring[1010]];
  const crossed = ring.map((corner, i) => (i === 1000 ? (b ?? corner) : i === 1010 ? (a ?? corner) : corner));
  expect(told(checkRings(cityOf([[[crossed]]])))).toEqual([
    expect.stringContaining('第 1 环自相交：第 1000–1001 点的边'),
  ]);
});

test('codes that name each other as parents do not keep the check from ending', () => {
  const draft = cityOf(lattice(2), rectangle(0, 0, 2, 2));
  const parents = ['', '990101000000001', '990101000000000', '990101000000001'];
  const areas = draft.city.areas?.map((area, i) => ({ ...area, parent: parents[i] || '990101' })) ?? [];
  expect(told(checkInside({ ...draft, city: { areas } }))).toEqual([
    expect.stringContaining('网格 990101000000002 格有 10563 平方米在上级 990101000000001 格之外'),
  ]);
});
