import { findPosts } from '../../../../infra/local/control/findPosts.ts';
import type { LedgerRow } from '../../../../shared/domain/city/City.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { at } from '../../../support/lifeOf.ts';
import { knowLoop, loopCity, STREET } from '../../../support/loopCity.ts';
import { WEST } from '../../../support/smallCity.ts';

const now = at('2026-09-28 10:00');
const found = (words: string, role?: LedgerRow['role'], know = knowLoop()) =>
  findPosts(know, { words, role }, now).posts.map(({ post }) => post.person);

test.each([
  ['路灯管理所', ['H3', 'H4', 'L3']],
  ['派遣员', ['D1', 'D2']],
  ['姓名D2', ['D2']],
  ['d2', ['D2']],
  ['姓名D2 派遣员', ['D2']],
  ['派遣员姓名D2', ['D2']],
  ['负责人', ['L0', 'L1', 'L3']],
  ['领导 路灯', ['L3']],
  ['路灯派遣员', []],
  ['没有这个人', []],
])('%s finds %j', (words, people) => {
  expect(found(words)).toEqual(people);
});

test('an area finds those of the areas below it, and not those above', () => {
  const street = knowLoop().area(STREET)?.name ?? '';
  expect(found(street)).toEqual(['S1', 'S2', 'H4', 'D1', 'D2', 'L0']);
  expect(found(knowLoop().area(WEST)?.name ?? '')).toEqual(['S1']);
});

test('a role alone finds all of it, and narrows what words find', () => {
  expect(found('', 'expert')).toEqual(['E1', 'E2', 'E3']);
  expect(found('姓名H4', 'supervisor')).toEqual(['H4']);
});

test('names a unit by its name with who holds the phone, everybody else by theirs with where', () => {
  const { posts } = findPosts(knowLoop(), { words: '姓名H3' }, now);
  expect(posts).toEqual([
    {
      name: '路灯管理所',
      where: '姓名H3',
      role: '单位',
      kind: 'handler',
      conversation: 'web:H3',
      post: { role: 'handler', area: '990101', unit: 'U03', person: 'H3' },
    },
  ]);
  expect(findPosts(knowLoop(), { words: '姓名L3' }, now).posts).toMatchObject([
    { name: '姓名L3', role: '领导', where: '路灯管理所' },
  ]);
});

test('a post whose term is over or has not begun is not found', () => {
  const ledger = loopCity.ledger.map((row) => {
    if (row.person === 'D1') return { ...row, to: '2026-09-27' };
    return row.person === 'D2' ? { ...row, from: '2026-09-29' } : row;
  });
  expect(found('派遣员', undefined, knowCity({ ...loopCity, ledger }))).toEqual([]);
});

test('of ten thousand posts it answers thirty and says there are more, and finds the last of them', () => {
  const [supervisor] = loopCity.ledger;
  const ledger = Array.from({ length: 10_000 }, (_, at) => ({
    ...(supervisor as LedgerRow),
    person: `P${at}`,
    name: `第${at}号人`,
  }));
  const know = knowCity({ ...loopCity, version: 'many', ledger });
  const all = findPosts(know, { words: '' }, now);
  expect([all.posts.length, all.more]).toEqual([30, true]);
  const last = findPosts(know, { words: '网格员第9999号' }, now);
  expect([last.posts.map(({ post }) => post.person), last.more]).toEqual([['P9999'], false]);
});
