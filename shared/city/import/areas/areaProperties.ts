import { AREA_CODES } from '../table/columns.ts';

/** What the properties of a shape on a map may be called, by what they mean. A key stands for itself, too. */
export const AREA_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  code: [
    '编码',
    '代码',
    '编号',
    ...AREA_CODES,
    'bm',
    'bgcode',
    'wgbm',
    'wgbh',
    'gridcode',
    'grid_code',
    'objcode',
    'adcode',
  ],
  name: ['名称', '网格名称', '区域名称', 'mc', 'wgmc', 'gridname', 'grid_name', 'bgname', 'objname'],
  level: ['级别', '层级', '区域级别', '网格级别', '等级', 'jb'],
  parent: [
    '上级',
    '上级编码',
    '上级代码',
    '上级区域编码',
    '父级编码',
    'parentcode',
    'parent_code',
    'pcode',
    'sjbm',
  ],
  kind: ['城乡', '城乡类型', '城乡分类', '网格类型', 'cxlx'],
};
