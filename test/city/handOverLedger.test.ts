import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCity } from '../../infra/commands/city.ts';
import { diffCity } from '../../shared/city/diff/diffCity.ts';
import { handOverLedger } from '../../shared/city/handOverLedger.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';

const HEADER = 'area,role,unit,person,name,phone,channel,deputy,superior,from,to';
const before = [
  HEADER,
  '990101,leader,,L1,黄,1,web,,,2025-01-01,',
  '990101001001001,supervisor,,A,王,2,web,B,L1,2025-01-01,',
  '990101001001002,supervisor,,A,王,2,web,B,L1,2027-01-01,',
  '990101001001003,supervisor,,B,"周, 永刚",3,wechaty:wx_b,A,L1,2025-01-01,2026-12-31',
  '990101001001004,supervisor,,C,林,4,web,A,A,2025-01-01,2026-01-31',
].join('\r\n');
const order = { from: 'A', to: 'B', on: '2026-10-01' };
const edit = (more: object = {}, text = before) => {
  const edited = handOverLedger(text, { ...order, ...more });
  return edited.kind === 'edited' ? edited.text.trimEnd().split('\r\n') : edited.refusal;
};

test('running posts end the day before and go on as the other’s; nobody is their own deputy; the rest stays as written', () => {
  expect(edit()).toEqual([
    HEADER,
    '990101,leader,,L1,黄,1,web,,,2025-01-01,',
    '990101001001001,supervisor,,A,王,2,web,B,L1,2025-01-01,2026-09-30',
    '990101001001001,supervisor,,B,"周, 永刚",3,wechaty:wx_b,,L1,2026-10-01,',
    '990101001001002,supervisor,,B,"周, 永刚",3,wechaty:wx_b,,L1,2027-01-01,',
    '990101001001003,supervisor,,B,"周, 永刚",3,wechaty:wx_b,A,L1,2025-01-01,2026-09-30',
    '990101001001003,supervisor,,B,"周, 永刚",3,wechaty:wx_b,,L1,2026-10-01,2026-12-31',
    '990101001001004,supervisor,,C,林,4,web,A,A,2025-01-01,2026-01-31',
  ]);
});

test.each([
  ['runs on that day', 'A,L1,2025-01-01,', ['A,L1,2025-01-01,2026-09-30', 'B,L1,2026-10-01,']],
  ['has its end', 'L1,A,2025-01-01,2026-12-31', ['L1,A,2025-01-01,2026-09-30', 'L1,B,2026-10-01,2026-12-31']],
  [
    'ends on that day',
    'A,A,2025-01-01,2026-10-01',
    ['A,A,2025-01-01,2026-09-30', 'B,B,2026-10-01,2026-10-01'],
  ],
  ['begins on that day', 'A,A,2026-10-01,', ['B,B,2026-10-01,']],
  ['begins later', 'A,L1,2027-01-01,', ['B,L1,2027-01-01,']],
  ['ended the day before', 'A,A,2025-01-01,2026-09-30', ['A,A,2025-01-01,2026-09-30']],
  ['names others, even themself', 'L1,D,2025-01-01,', ['L1,D,2025-01-01,']],
])('the other stands in from that day and not before: a term that %s', (_, term, terms) => {
  const post = '990101001001005,supervisor,,D," 赵",5,web';
  const lines = edit({}, `${before}\r\n${post},${term}`);
  const own = terms.length === 1 && terms[0] === term ? post : post.replace('" 赵"', '赵');
  expect(Array.isArray(lines) && lines.filter((line) => line.includes(',D,'))).toEqual(
    terms.map((one) => `${own},${one}`),
  );
});

test('only posts in an area, if one is named: who keeps others is still there to stand in', () => {
  const lines = edit({ area: '990101001001001' });
  expect(lines).toContain('990101001001002,supervisor,,A,王,2,web,B,L1,2027-01-01,');
  expect(lines).toContain(
    '990101001001003,supervisor,,B,"周, 永刚",3,wechaty:wx_b,A,L1,2025-01-01,2026-12-31',
  );
});

test('a newcomer is who they are said to be, and refused without it', () => {
  expect(edit({ to: 'N' })).toEqual({ code: 'unknownSuccessor', person: 'N' });
  expect(edit({ to: 'N', newcomer: { name: '刘敏', phone: '9', channel: 'web' } })).toContain(
    '990101001001001,supervisor,,N,刘敏,9,web,B,L1,2026-10-01,',
  );
});

test.each([
  [{ from: 'X' }, { code: 'unknownPerson', person: 'X' }],
  [{ to: 'A' }, { code: 'samePerson' }],
  [{ from: 'C' }, { code: 'noPosts', person: 'C' }],
  [{ area: '990102' }, { code: 'noPosts', person: 'A' }],
])('%j is refused', (more, refusal) => {
  expect(edit(more)).toEqual(refusal);
});

test('the mark of a spreadsheet stays at the beginning', () => {
  const edited = handOverLedger(`\uFEFF${before}`, order);
  expect(edited.kind === 'edited' && edited.text.startsWith(`\uFEFF${HEADER}`)).toBe(true);
});

test('the command rewrites the folder, says what it did, and leaves a folder that passes', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'handover-'));
  const told: string[] = [];
  const around = {
    now: () => Date.parse('2026-11-23T10:00:00+08:00'),
    out: (line: string) => void told.push(line),
    err: (line: string) => void told.push(line),
    open: () => Promise.reject(new Error('nothing is published')),
  };
  const run = (...args: readonly string[]) => runCity(['handover', ...args], around);
  try {
    cpSync('cities/example', dir, { recursive: true });
    expect(await run(dir, 'S001', 'S099', '--on', '2026-12-01')).toBe(1);
    expect(told.join('\n')).toContain('--name');
    expect(await run(dir, 'S001', 'S099', '--on', '12月1日', '--name', '刘敏')).toBe(2);
    expect(readFileSync(join(dir, 'ledger.csv'), 'utf8')).toBe(
      readFileSync('cities/example/ledger.csv', 'utf8'),
    );
    told.length = 0;
    expect(await run(dir, 'S001', 'S002', '--on', '2027-02-30')).toBe(2);
    expect(told.join('\n')).toContain('没有 2027-02-30 这一天');
    expect(await run(dir, 'S001', 'S002', '--on', '2026-11-22')).toBe(1);
    expect(told.join('\n')).toContain('从今天起就写 --on 2026-11-23');
    const newcomer = ['S001', 'S099', '--on', '2026-12-01', '--name', '刘敏'];
    expect(await run(dir, ...newcomer, '--phone', '不知道')).toBe(1);
    expect(told.join('\n')).toMatch(/ledger\.csv.*“不知道”不是电话号码.*ledger\.csv 没有改/su);
    expect(readFileSync(join(dir, 'ledger.csv'), 'utf8')).toBe(
      readFileSync('cities/example/ledger.csv', 'utf8'),
    );
    expect(await run(dir, ...newcomer)).toBe(0);
    expect(told).toContain('  990101001001001 supervisor：2026-12-01 起 刘敏（S099）');
    expect(readFileSync(join(dir, 'ledger.csv'), 'utf8')).toContain(
      'supervisor,,S099,刘敏,,web,S002,L021,2026-12-01,',
    );
    expect(told).toContain('  990101001001003 supervisor 林红霞（S003）：2026-12-01 起代理 S001 改为 S099');
    expect(await runCity(['check', dir], around)).toBe(0);
    const [old, young] = await Promise.all(['cities/example', dir].map((one) => readCityFolder(one)));
    if (!old?.city || !young?.city) throw new Error('both can be read');
    const said = diffCity(old.city, young.city);
    expect(said.filter(({ kind }) => kind === 'handedOver').map(({ text }) => text)).toEqual([
      '岗位 supervisor@990101001001001：S001 王秀英 → S099 刘敏，自 2026-12-01',
    ]);
    expect(said.map(({ text }) => text)).toContain(
      '岗位 supervisor@990101001001003：S003 林红霞 代理人 S001 → S099，自 2026-12-01',
    );
    expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(['handedOver', 'changed']));
  } finally {
    rmSync(dir, { recursive: true });
  }
}, 30_000);
