import { answerListed } from '../../../functions/listed/answerListed.ts';
import { describeListings, ON_A_PAGE } from '../../../functions/listed/describeListings.ts';
import type { PublicListing } from '../../../shared/application/ports.ts';
import { listedAnswerSchema, listedCursorSchema } from '../../../shared/contracts/listed.ts';
import { memoryListings } from '../../../shared/store/memory/memoryListings.ts';
import { at } from '../../support/lifeOf.ts';
import { smallKnowledge, WEST } from '../../support/smallCity.ts';

const know = smallKnowledge();
const NOW = at('2026-10-15 09:00');
const listing = (n: number, more: Partial<PublicListing> = {}): PublicListing => ({
  number: `2026092800${String(n).padStart(5, '0')}`,
  version: 9,
  service: '01037',
  leaf: WEST,
  unit: 'U03',
  at: at('2026-10-01 10:00'),
  due: NOW + n * 60_000,
  ...more,
});

const page = (found: readonly PublicListing[], isFirst = true) => {
  const answer = answerListed(describeListings(found, know, NOW), { json: false, isFirst });
  return { text: String(answer.body), headers: answer.headers };
};

test('each case is there by service, community, unit and dates, and by nothing nearer', () => {
  const { text } = page([listing(1)]);
  for (const words of [
    '小城挂牌督办公示',
    '路灯异常',
    '一社区',
    '路灯管理所',
    '2026年10月1日 10:00',
    '202609280000001',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/西网格|990101|已过期限/u);
});

test('what is past its day says so, and what is not does not', () => {
  const late = listing(1, { due: NOW - 1 });
  expect(page([late]).text).toContain('已过期限');
  expect(describeListings([late, listing(2, { due: NOW })], know, NOW).cases.map(({ past }) => past)).toEqual(
    [true, false],
  );
});

test('it works without script, says so in its policy, and may be kept for a minute', () => {
  const { text, headers } = page([listing(1)]);
  expect(text).not.toContain('<script');
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', vary: 'accept' });
  expect(headers?.['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/u);
});

test('names are written as text, whatever is in them', () => {
  const odd = smallKnowledge({ name: '<b>城</b>' });
  const answer = answerListed(describeListings([], odd, NOW), { json: false, isFirst: true });
  expect(answer.body).toContain('&lt;b&gt;城');
  expect(answer.body).toContain('现在没有挂牌督办的事');
});

test('where the cell, the service or the unit is there no more, the nearest that is left is named', () => {
  const gone = listing(1, { leaf: '990101001001999', service: '99999', unit: 'U99' });
  expect(describeListings([gone], know, NOW).cases[0]).toMatchObject({
    community: '一社区',
    service: '99999',
    unit: 'U99',
  });
  expect(describeListings([listing(1, { leaf: '990109' })], know, NOW).cases[0]?.community).toBeUndefined();
});

test('ten thousand of them are read page by page, each once, those due first before the others', async () => {
  const listings = memoryListings();
  for (let n = 9_999; n >= 0; n--) await listings.save(listing(n));
  const read: string[] = [];
  let after: { number: string; due: number } | undefined;
  let pages = 0;
  do {
    const answer = describeListings(await listings.page(ON_A_PAGE + 1, after), know, NOW);
    expect(listedAnswerSchema.parse(answer).cases).toHaveLength(ON_A_PAGE);
    read.push(...answer.cases.map(({ number }) => number));
    after = answer.next === undefined ? undefined : listedCursorSchema.parse(answer.next);
    pages += 1;
  } while (after);
  expect([pages, new Set(read).size]).toEqual([200, 10_000]);
  expect(read).toEqual(read.toSorted());
}, 60_000);

test('a page leads to the next one, and from there back to the first', () => {
  const found = Array.from({ length: ON_A_PAGE + 1 }, (_, n) => listing(n));
  const first = page(found);
  expect(first.text).toContain(`href="?after=${found.at(-2)?.due}-${found.at(-2)?.number}"`);
  expect(first.text).not.toContain('回到开头');
  const last = page(found.slice(-1), false);
  expect(last.text).not.toContain('?after=');
  expect(last.text).toContain('回到开头');
  expect(page([], false).text).toContain('后面没有了');
});

test.each(['', 'x', '12', '-1-202609280000001', '1-20260928', `${'9'.repeat(20)}-202609280000001`])(
  '“%s” leads nowhere',
  (text) => {
    expect(listedCursorSchema.safeParse(text).success).toBe(false);
  },
);
