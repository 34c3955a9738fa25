import { createReadStream } from 'node:fs';
import { JSONParser } from '@streamparser/json';
import type { Tell } from '../Trouble.ts';
import type { TakeFeature } from './Feature.ts';

/** WGS-84 and CGCS2000, in the ways that map programs name them. */
const LONGITUDE_LATITUDE = /CRS84|EPSG:+(?:[\d.]*:)?(?:4326|4490)\b/iu;
const CHUNK = 1 << 18;

interface Given {
  /** As it was given on the command line: the path to open. */
  readonly file: string;
  readonly take: TakeFeature;
  readonly tell: Tell;
  /** Called now and then with the bytes and features read so far; reading waits for it. */
  readonly progress: (bytes: number, features: number) => Promise<void>;
}

/** Reads a GeoJSON FeatureCollection of any size, one feature at a time: never more than one is held. */
export const readGeojson = async ({ file, take, tell, progress }: Given): Promise<void> => {
  const stop = (at: string, what: string, remedy: string): void =>
    tell({ kind: 'stop', file, at, what, remedy });
  let features = 0;
  let type: unknown;
  let bytes = 0;
  const parser = new JSONParser({ paths: ['$.features.*', '$.type', '$.crs'], keepStack: false });
  parser.onValue = ({ value, key, stack }) => {
    if (stack.length > 1) {
      features += 1;
      takeOne(value, `#${features}`);
    } else if (key === 'type') type = value;
    else if (key === 'crs' && value !== null && !LONGITUDE_LATITUDE.test(JSON.stringify(value)))
      stop('', '坐标系不是经纬度（WGS-84 或 CGCS2000）', '从地图软件导出时选 EPSG:4326');
  };
  const takeOne = (value: unknown, at: string): void => {
    const { properties, geometry } = Object(value) as {
      readonly properties?: unknown;
      readonly geometry?: unknown;
    };
    take({ properties: Object(properties ?? {}) as Record<string, unknown>, geometry: geometry ?? null }, at);
  };
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
      const part = chunk as Uint8Array;
      parser.write(part);
      bytes += part.length;
      await progress(bytes, features);
    }
    if (!parser.isEnded) parser.end();
  } catch (error) {
    if (isFileError(error)) throw error;
    // The parser decodes strictly.
    if ((error as { readonly code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return stop('', '文件不是 UTF-8 编码', '导出时编码选 UTF-8');
    return stop(
      `#${features + 1}`,
      `JSON 从第 ${features + 1} 个图形起读不下去，或没有写完`,
      '从地图软件重新导出',
    );
  }
  if (bytes === 0 || type !== 'FeatureCollection')
    stop('', '不是 GeoJSON 的 FeatureCollection', '从地图软件导出为 GeoJSON（要素集合）');
  else if (features === 0) stop('', '里面一个图形也没有', '看看导出时选对了图层没有');
};

const isFileError = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;
