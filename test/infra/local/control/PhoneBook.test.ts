import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PhoneBook } from '../../../../infra/local/control/PhoneBook.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wangge-phones-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const keys = (book: PhoneBook): readonly string[] => book.phones().map(({ key }) => key);
const D1 = { post: { role: 'dispatcher', area: '990101001', person: 'D1' } } as const;

test('begins with three phones, the first a resident’s, and is the same when it is read again', () => {
  const phones = new PhoneBook(dataDir).phones();
  expect(phones).toEqual([
    { key: 'resident', resident: { conversation: expect.stringMatching(/^web:r-/u), name: '李居民' } },
    { key: 'supervisor' },
    { key: 'unit' },
  ]);
  expect(new PhoneBook(dataDir).phones()).toEqual(phones);
});

test('remembers who was given a phone, in a file that is written whole', () => {
  const book = new PhoneBook(dataDir);
  const before = book.phones();
  expect(book.open(D1, 'unit')).toBe('unit');
  expect(book.open({}, undefined)).toBe('more1');
  expect(book.open({ resident: 'web:r-known' })).toBe('more2');
  const phones = new PhoneBook(dataDir).phones();
  expect(phones).toEqual([
    before[0],
    { key: 'supervisor' },
    { key: 'unit', ...D1 },
    { key: 'more1', resident: { conversation: expect.stringMatching(/^web:r-/u), name: '王居民' } },
    { key: 'more2', resident: { conversation: 'web:r-known', name: '张居民' } },
  ]);
  expect(readdirSync(dataDir)).toEqual(['phones.json']);
});

test('has six phones at most, and gives none that there is not', () => {
  const book = new PhoneBook(dataDir);
  expect([1, 2, 3, 4].map(() => book.open({}))).toEqual(['more1', 'more2', 'more3', undefined]);
  expect(book.open({}, 'more9')).toBeUndefined();
  expect(book.phones()).toHaveLength(6);
  expect(new Set(book.phones().flatMap(({ resident }) => resident?.name ?? [])).size).toBe(4);
});

test('puts away a phone that was added, and none of the first three', () => {
  const book = new PhoneBook(dataDir);
  book.open({});
  book.open(D1);
  expect(['more1', 'resident', 'unit', 'more7'].map((key) => book.close(key))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(keys(book)).toEqual(['resident', 'supervisor', 'unit', 'more2']);
});

test('gives the first phone to somebody new and leaves the others as they are', () => {
  const book = new PhoneBook(dataDir);
  book.open(D1, 'unit');
  const [first, ...others] = book.phones();
  book.renewResident();
  expect(book.phones().slice(1)).toEqual(others);
  expect(book.phones()[0]?.resident?.conversation).not.toBe(first?.resident?.conversation);
});

test.each(['', '[{"key":"resident"', '[{"key":"unit","post":{"role":"king"}}]', '[]'])(
  'begins anew with a file that holds %j',
  (text) => {
    writeFileSync(join(dataDir, 'phones.json'), text);
    expect(keys(new PhoneBook(dataDir))).toEqual(['resident', 'supervisor', 'unit']);
    expect(JSON.parse(readFileSync(join(dataDir, 'phones.json'), 'utf8'))).toHaveLength(3);
  },
);
