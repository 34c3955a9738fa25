import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCity } from '../../infra/commands/city.ts';
import { handOverLedger } from '../../shared/city/handOverLedger.ts';

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
    '990101001001003,supervisor,,B,"周, 永刚",3,wechaty:wx_b,,L1,2025-01-01,2026-12-31',
    '990101001001004,supervisor,,C,林,4,web,A,A,2025-01-01,2026-01-31',
  ]);
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
    expect(await run(dir, 'S001', 'S099', '--on', '2026-12-01', '--name', '刘敏')).toBe(0);
    expect(told).toContain('  990101001001001 supervisor：2026-12-01 起 刘敏（S099）');
    expect(readFileSync(join(dir, 'ledger.csv'), 'utf8')).toContain(
      'supervisor,,S099,刘敏,,web,S002,L021,2026-12-01,',
    );
    expect(await runCity(['check', dir], around)).toBe(0);
  } finally {
    rmSync(dir, { recursive: true });
  }
}, 30_000);
