import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A real picture: a dusky sky over a street, with a lamp that does not shine. */
export const makePng = (width = 240, height = 180): Buffer => {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) row.set(pixel(x / width, y / height), 1 + x * 3);
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const pixel = (x: number, y: number): readonly [number, number, number] => {
  if (Math.hypot(x - 0.62, (y - 0.2) * 0.75) < 0.035) return [92, 88, 80];
  if (Math.abs(x - 0.5) < 0.012 && y > 0.16 && y < 0.86) return [40, 42, 46];
  if (y > 0.14 && y < 0.17 && x > 0.5 && x < 0.64) return [40, 42, 46];
  if (y > 0.82) return [74, 76, 80];
  const dusk = Math.round(70 + 90 * y);
  return [dusk, Math.round(dusk * 0.92), Math.round(128 + 40 * y)];
};
