import type { Area, Level } from '../../domain/city/City.ts';
import type { Covered } from './coverLeaves.ts';
import type { LeafTree } from './leafTree.ts';

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '区县',
  street: '街道',
  community: '社区',
  grid: '网格',
  cell: '单元网格',
};

/** `街道 990101002 建设路街道`; the root is the whole city. */
export const nameArea = ({ code, name, level, parent }: Area): string =>
  `${parent === undefined ? '全市' : LEVEL_NAMES[level]} ${code} ${name}`;

/** `街道 990101002 建设路街道（网格 990101002001001 一网格除外）` */
export const nameCovered = ({ area, except }: Covered, { areas }: LeafTree): string => {
  const name = (at: number): string => {
    const found = areas[at];
    return found ? nameArea(found) : '';
  };
  return except.length === 0 ? name(area) : `${name(area)}（${except.map(name).join('、')}除外）`;
};
