import type { Polygon, Ring } from '../city/City.ts';
import { UNITS } from './flattenShapes.ts';
import type { GridView } from './viewGrid.ts';

/** A shape out of the bytes that `packShapes` wrote. Throws when they are damaged. */
export const unpackShape = ({ header, bytes, shapeStart }: GridView, index: number): readonly Polygon[] => {
  let at = shapeStart(index);
  const end = shapeStart(index + 1);
  if (!(end <= bytes.length)) throw new Error('The bytes of the grid are damaged');
  const read = (): number => {
    let [value, scale] = [0, 1];
    for (let byte = 128; byte > 127; scale *= 128) {
      if (at >= end) throw new Error('The bytes of the grid are damaged');
      byte = bytes[at++] as number;
      value += (byte & 127) * scale;
    }
    return value;
  };
  const step = (): number => {
    const value = read();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  let [x, y] = [header.x0, header.y0];
  const readRing = (corners: number): Ring => {
    const ring: [number, number][] = [];
    for (let corner = 0; corner < corners; corner++) {
      x += step();
      y += step();
      ring.push([x / UNITS, y / UNITS]);
    }
    const [first] = ring;
    if (first) ring.push([...first]);
    return ring;
  };
  const polygons: Polygon[] = [];
  while (at < end) {
    const count = read();
    const rings: Ring[] = [];
    if (count % 2 === 1) rings.push(readRing((count - 1) / 2));
    else for (let ring = 0; ring < count / 2; ring++) rings.push(readRing(read()));
    polygons.push(rings);
  }
  return polygons;
};
