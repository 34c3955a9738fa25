import fc from 'fast-check';
import { answerForm } from '../../../functions/verify/answerForm.ts';
import { answerReceipt } from '../../../functions/verify/answerReceipt.ts';
import { readAsked } from '../../../functions/verify/readAsked.ts';
import { verifyReceipt } from '../../../shared/application/verifyReceipt.ts';
import { receiptAnswerSchema } from '../../../shared/contracts/receipt.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { receiptOf } from '../../../shared/domain/case/receiptOf.ts';
import { WRITTEN } from '../../support/everyEvent.ts';
import { aLife, foldOf, storeOf } from '../../support/handmadeCase.ts';
import { NUMBER, staff } from '../../support/lifeOf.ts';
import { smallCity, smallKnowledge } from '../../support/smallCity.ts';

const life = aLife();
const state = foldOf(life);
const first = receiptOf(life[0] as Entry);
const know = smallKnowledge();

interface Given {
  readonly number?: string;
  readonly receipt?: string;
  readonly json?: boolean;
  readonly history?: readonly Entry[];
  readonly stored?: Case | undefined;
}

const ask = async ({
  number = NUMBER,
  receipt = first,
  json = false,
  history = life,
  ...more
}: Given = {}) => {
  const stored = 'stored' in more ? more.stored : state;
  const verified = await verifyReceipt(storeOf(history, stored))(number, receipt);
  return answerReceipt(verified, know, { json, number, receipt });
};
const page = async (given: Given = {}) => String((await ask(given)).body);

test('whoever brings the receipt reads that the record is whole, and what happened', async () => {
  const text = await page();
  for (const words of [
    '记录完整：共 7 条',
    '您的凭证是第 1 条的（2026年9月30日 16:00）',
    '一社区',
    '路灯异常',
    '已归档',
    '路灯管理所报告办结',
    '评价：非常满意',
    '第 3 条 2026年9月30日 16:50 网格员',
  ])
    expect(text).toContain(words);
});

test('nothing private is on it, in either form', async () => {
  for (const text of [await page(), JSON.stringify((await ask({ json: true })).body)])
    for (const secret of [
      WRITTEN,
      '建设路',
      '西网格',
      'r-1',
      'r-neighbour',
      '13812345678',
      '姓名S',
      '姓名H',
      'S1',
      'H3',
      'photos/',
      '121.4',
      '补充了材料',
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test('as JSON it is what the contract says', async () => {
  const { status, body } = await ask({ json: true });
  expect(status).toBe(200);
  expect(receiptAnswerSchema.parse(body)).toMatchObject({
    number: NUMBER,
    community: '一社区',
    stage: 'closed',
    chain: { whole: true, entries: 7, agrees: true },
    receipt: { seq: 1, at: '2026-09-30T16:00:00+08:00', unaltered: true },
  });
});

test('an unknown number, a wrong receipt and no receipt are answered alike', async () => {
  const wrong: readonly Given[] = [
    { number: '202609280000009' },
    { receipt: '1-0000-0000-0000-0000' },
    { receipt: '' },
    { number: 'x', receipt: '<script>' },
  ];
  const asJson = await Promise.all(wrong.map((given) => ask({ ...given, json: true })));
  expect(new Set(asJson.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(asJson[0]).toMatchObject({ status: 404, body: { error: 'notVerified' } });
  const asPages = await Promise.all(
    wrong.map(async (given) => (await page(given)).replaceAll(/value="[^"]*"/gu, '')),
  );
  expect(new Set(asPages).size).toBe(1);
  expect(asPages[0]).toContain('没有查到');
  expect(asPages[0]).toContain('请打电话 021-12345（指挥中心），让他们查清楚。');
});

test('where it was altered is said, nothing after it is shown, and no present state', async () => {
  const history = life.map((entry) => (entry.seq === 4 ? { ...entry, by: staff('S2') } : entry));
  const text = await page({ history });
  expect(text).toContain('从第 4 条起对不上');
  expect(text).toContain('请打电话 021-12345');
  expect(text).toContain('下面只列到第 3 条为止');
  expect(text).toContain('没有被改过');
  for (const words of ['记录完整', '签收', '办结', '已归档']) expect(text).not.toContain(words);
  const own = await page({ history, receipt: receiptOf(life[3] as Entry) });
  expect(own).toContain('这一条和当时不一样了');
});

test('of a record that is whole nobody has to be asked, and of nothing no history is shown', async () => {
  expect(await page()).not.toContain('021-12345');
  const text = await page({ history: life.map((entry) => (entry.seq === 1 ? { ...entry, at: 0 } : entry)) });
  expect(text).toContain('从第 1 条起对不上');
  for (const words of ['经过', '只列到']) expect(text).not.toContain(words);
});

test('what does not agree with the stored state is said, too', async () => {
  expect(await page({ stored: { ...state, stage: 'handling' } })).toContain('和登记的现状对不上');
  expect(await page({ stored: undefined })).toContain('和登记的现状对不上');
});

test('nothing that is written into the address becomes markup', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=1>';
  for (const text of [
    await page({ number: evil }),
    await page({ receipt: evil }),
    String(answerForm({ number: evil }).body),
  ]) {
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;script&gt;');
  }
});

test('names of the city are escaped', async () => {
  const areas = smallCity.areas.map((area) => ({ ...area, name: `<b>${area.name}` }));
  const verified = await verifyReceipt(storeOf(life, state))(NUMBER, first);
  const { body } = answerReceipt(verified, smallKnowledge({ areas }), {
    json: false,
    number: NUMBER,
    receipt: first,
  });
  expect(String(body)).toContain('&lt;b&gt;一社区');
});

test('it needs no script, leaves no address behind and is in no search', async () => {
  const { headers, body } = await ask();
  expect(headers?.['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/u);
  expect(headers?.['content-security-policy']).not.toContain('script-src');
  expect(headers?.['referrer-policy']).toBe('no-referrer');
  expect(String(body)).toContain('<meta name="robots" content="noindex">');
  expect(String(body)).not.toContain('<script');
});

test('the form leads to the result, and says what is missing', () => {
  expect(answerForm({})).toMatchObject({
    status: 200,
    body: expect.stringContaining('<form action="verify"'),
  });
  for (const asked of [{ number: NUMBER }, { receipt: first }])
    expect(answerForm(asked)).toMatchObject({ status: 400, body: expect.stringContaining('还差一项') });
  expect(answerForm({ number: NUMBER, receipt: first })).toMatchObject({
    status: 303,
    headers: { location: `verify/${NUMBER}?receipt=${first}` },
  });
  expect(answerForm({ number: '//evil.example', receipt: 'x&y' }).headers?.location).toBe(
    'verify/%2F%2Fevil.example?receipt=x%26y',
  );
});

test('a number in full width or with blanks is read', () => {
  expect(
    readAsked({ pathParameters: { number: ' ２０２６ 09280000001' }, queryStringParameters: {} }),
  ).toEqual({
    number: NUMBER,
  });
  const long = 'x'.repeat(81);
  expect(readAsked({ queryStringParameters: { number: long, receipt: 'a' } })).toEqual({});
});

test('half a sign is answered like any other garbage', () => {
  const asked = readAsked({ queryStringParameters: { number: '\ud800', receipt: '1-\udc00' } });
  expect(answerForm(asked)).toMatchObject({ status: 303 });
});

test('a stream of garbage is answered, alike, and never a fault', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(text, text, fc.boolean(), async (number, receipt, json) => {
      const asked = readAsked({ pathParameters: { number }, queryStringParameters: { receipt } });
      const { status } = await ask({ number: asked.number ?? '', receipt: asked.receipt ?? '', json });
      expect(status).toBe(404);
      expect([200, 303, 400]).toContain(answerForm(asked).status);
    }),
    { numRuns: 500 },
  );
});
