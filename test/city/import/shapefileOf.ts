/** One ring, in the order of a Shapefile: the outer one clockwise. */
type Ring = readonly (readonly [number, number])[];

/** The `.shp` of polygons of one ring each. */
export const shpOf = (rings: readonly Ring[]): Uint8Array => {
  const bodies = rings.map((ring, i) => {
    const content = Buffer.alloc(8 + 48 + ring.length * 16);
    content.writeInt32BE(i + 1, 0);
    content.writeInt32BE((content.length - 8) / 2, 4);
    content.writeInt32LE(5, 8);
    content.writeInt32LE(1, 44);
    content.writeInt32LE(ring.length, 48);
    for (const [n, [x, y]] of ring.entries()) {
      content.writeDoubleLE(x, 56 + n * 16);
      content.writeDoubleLE(y, 64 + n * 16);
    }
    return content;
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + bodies.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return new Uint8Array(Buffer.concat([header, ...bodies]));
};

/** The `.dbf` of texts in columns of 40 bytes. */
export const dbfOf = (columns: readonly string[], rows: readonly (readonly Uint8Array[])[]): Uint8Array => {
  const width = 40;
  const header = Buffer.alloc(32 + columns.length * 32 + 1);
  header[0] = 3;
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + columns.length * width, 10);
  for (const [i, name] of columns.entries()) {
    header.write(name, 32 + i * 32, 'latin1');
    header.write('C', 32 + i * 32 + 11, 'latin1');
    header[32 + i * 32 + 16] = width;
  }
  header[header.length - 1] = 13;
  const records = rows.map((cells) => {
    const record = Buffer.alloc(1 + columns.length * width, ' ');
    for (const [i, cell] of cells.entries()) record.set(cell, 1 + i * width);
    return record;
  });
  return new Uint8Array(Buffer.concat([header, ...records]));
};
