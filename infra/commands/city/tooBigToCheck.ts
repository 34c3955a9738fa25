import { MOST_BYTES } from '../../../shared/city/source/readText.ts';

const MB = 1_000_000;

/** What is said of a map that importing neither compares nor checks. `size`: its bytes. The check itself reads only so much. */
export const tooBigToCheck = (size: number, dir: string): string => {
  const said = `areas.geojson 有 ${Math.ceil(size / MB)} MB，太大，没有比较和检查：在地图软件里简化边界再导入`;
  return size > MOST_BYTES
    ? `${said}（检查和发布最多能读 ${MOST_BYTES / MB} MB）`
    : `${said}，或执行 npm run city -- check ${dir}`;
};
