import { parseDbf, parseShp } from 'shpjs';
import type { Tell } from '../Trouble.ts';
import type { TakeFeature } from './Feature.ts';

/** The files of one layer, by extension. */
export interface Layer {
  readonly file: string;
  readonly shp: Uint8Array;
  readonly dbf?: Uint8Array;
  readonly prj?: Uint8Array;
}

/** Reads a Shapefile. Its projection is undone by its `.prj`; texts are read in the encoding that they are found to have. */
export const readShapefile = ({ file, shp, dbf, prj }: Layer, take: TakeFeature, tell: Tell): undefined => {
  const stop = (what: string, remedy: string): undefined =>
    void tell({ kind: 'stop', file, at: '', what, remedy });
  if (!dbf)
    return stop('没有同名的 .dbf 文件，不知道图形的编码', '把 .shp、.dbf、.prj 放在一起，或打成一个 .zip');
  if (!prj)
    tell({
      kind: 'note',
      file,
      at: '',
      what: '没有 .prj 文件，坐标当作经纬度读',
      remedy: '核对位置；有 .prj 就放在一起',
    });
  try {
    const shapes = parseShp(shp, prj && plain(prj));
    const rows = parseDbf(dbf, encodingOf(dbf));
    if (shapes.length !== rows.length)
      return stop(`.shp 有 ${shapes.length} 个图形，.dbf 有 ${rows.length} 行`, '从地图软件重新导出');
    for (const [i, geometry] of shapes.entries()) take({ properties: rows[i] ?? {}, geometry }, `#${i + 1}`);
  } catch {
    stop('Shapefile 已损坏，读不出来', '从地图软件重新导出');
  }
};

const plain = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trim();

/**
 * The encoding that more of the records are whole in. What the `.cpg` says is not asked: many programs write GBK and say
 * otherwise, or nothing. A text that was cut in the middle of a letter spoils one record only.
 */
const encodingOf = (dbf: Uint8Array): string =>
  spoilt(dbf, 'utf-8') <= spoilt(dbf, 'gb18030') ? 'utf-8' : 'gb18030';

/** The header is left out: it has bytes that are no text. */
const spoilt = (dbf: Uint8Array, label: string): number => {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const start = view.getUint16(8, true);
  const length = Math.max(1, view.getUint16(10, true));
  const decoder = new TextDecoder(label, { fatal: true });
  let count = 0;
  for (let at = start; at + length <= dbf.length; at += length)
    try {
      decoder.decode(dbf.subarray(at, at + length));
    } catch {
      count += 1;
    }
  return count;
};
