import { zipSync } from 'fflate';
import { unpack } from '../../../shared/city/import/source/unpack.ts';

const archive = (): Buffer => Buffer.from(zipSync({ a: new Uint8Array(1_000_000) }));

test('an archive is unpacked up to a limit', () => {
  expect(unpack(archive(), 1_000_000).files?.a).toHaveLength(1_000_000);
  expect(unpack(archive(), 999_999)).toEqual({ why: 'huge' });
});

test('an archive that claims less than it holds gets no more than it claims', () => {
  const bytes = archive();
  bytes.writeUInt32LE(1_000, 22);
  bytes.writeUInt32LE(1_000, bytes.indexOf('PK\u0001\u0002') + 24);
  expect(unpack(bytes, 2_000).files?.a?.length ?? 0).toBeLessThanOrEqual(1_000);
});

test('an archive of very many files is refused', () => {
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`f${i}`, new Uint8Array(0)]));
  expect(unpack(zipSync(many))).toEqual({ why: 'huge' });
});
