import { gzipSync } from 'node:zlib';
import { decodeStaffing, staffingStore } from '../../shared/city/staffingStore.ts';
import type { Staffing } from '../../shared/domain/ledger/Staffing.ts';
import { memoryCityVersions } from '../../shared/store/memory/memoryCity.ts';
import { memoryBlobs } from '../support/memoryBlobs.ts';

const sound = { person: 'S1', from: '2027-02-01', to: '2027-02-28' };
const bytesOf = (content: unknown): Uint8Array => gzipSync(JSON.stringify(content));

test('entries that mean no days are left out and told by whose they are, and everything else stays', () => {
  const bindings = { S1: 'wechaty:wxid_1' };
  const stored = {
    bindings,
    leaves: [{ person: 'S2', from: '2027-02-01', to: '2027-02-30' }, sound, { from: '2027-02-01' }, null],
    returns: {
      S1: { on: '2027-02-03', from: '2027-02-01' },
      S2: { on: '2027-02-03', from: '2027-02-01', to: '2027-02-30' },
    },
  };
  expect(decodeStaffing(bytesOf(stored))).toEqual({
    staffing: { bindings, leaves: [sound], returns: { S1: { on: '2027-02-03', from: '2027-02-01' } } },
    unread: ['S2', '?', '?', 'S2'],
  });
});

test.each([new Uint8Array([1, 2]), bytesOf('no'), bytesOf({ bindings: {} }), bytesOf({ leaves: [] })])(
  'bytes that are no staffing are a fault (%#)',
  (bytes) => {
    expect(() => decodeStaffing(bytes)).toThrow('The bytes of the staffing are damaged');
  },
);

const NO_DAYS: readonly Staffing[] = [
  { bindings: {}, leaves: [sound, { person: 'S2', from: '2027-02-01', to: '2027-02-30' }] },
  { bindings: {}, leaves: [], returns: { S1: { on: '2027-02-30', from: '2027-02-01' } } },
];

test.each(NO_DAYS)('what could not be read back is not put, whoever asks (%#)', async (after) => {
  const { blobs, objects } = memoryBlobs();
  const versions = memoryCityVersions();
  await versions.setCurrent('small', { before: undefined, after: 'abcd000000000000', streets: [], at: 0 });
  const store = staffingStore('small', { blobs, versions });
  const line = { at: 0, kind: 'leave', person: 'S2', by: 'admin', words: '' } as const;
  await expect(store.save(undefined, after, line)).rejects.toThrow();
  expect([...objects.keys()]).toEqual([]);
  expect(await versions.staffingLines('small', 10)).toEqual([]);
  expect(await store.load()).toEqual({ staffing: { bindings: {}, leaves: [] } });
});
