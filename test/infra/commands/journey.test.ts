import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'wangge-journeys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, steps: string): string => {
  const path = join(folder, name);
  const people = 'people:\n  张三: resident\n  无人: { post: supervisor, area: "990101001001001" }\n';
  writeFileSync(path, `title: 试\nat: 2026-09-28T10:00:00+08:00\n${people}steps:\n${steps}`);
  return path;
};

const journey = (
  ...options: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/commands/journey.ts', ...options], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

const report = `  - 张三 says: 建设路12号路灯不亮
  - 张三 says: 确认
  - 张三 hears: /受理编号：(?<case>\\d{15})/
  - expect: { case: $case, status: verifying }
`;

describe('npm run journey', () => {
  test('says how it is used', async () => {
    expect(await journey('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/npm run journey -- FILE…/u),
    });
    expect(await journey()).toMatchObject({ code: 1 });
  });

  test('prints what passed and what failed, with what was heard instead, and exits with 1', async () => {
    const good = write('good.yaml', report);
    const bad = write(
      'bad.yaml',
      `${report}  - expect: { case: $case, status: closed, rating: A }\n  - 张三 hears: 下雨\n  - 张三 says: 帮助\n  - 张三 hears nothing\n`,
    );
    const typo = write('typo.yaml', '  - 张四 says: 你好\n');
    const { code, stdout } = await journey(good, bad, typo);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✓ 张三 hears: \/受理编号/u);
    expect(stdout).toMatch(
      /✗ line 11: expect: .*\n {6}status is verifying, not closed; rating is none, not A/u,
    );
    expect(stdout).toMatch(/✗ line 12: 张三 hears: 下雨\n {6}张三 heard instead: 「请您核对/u);
    expect(stdout).toMatch(/✗ line 14: 张三 hears nothing\n {6}张三 heard instead: 「这样用/u);
    expect(stdout).toMatch(/typo\.yaml:7: nobody here is called "张四"/u);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('4 passed, 4 failed');
  }, 120_000);

  test('prints the final cases as JSON', async () => {
    const { code, stdout, stderr } = await journey('--json', write('json.yaml', report));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        case: expect.stringMatching(/^\d{15}$/u),
        status: 'verifying',
        service: '01037',
      }),
    ]);
    expect(stderr).toMatch(/2 passed, 0 failed\n$/u);
  }, 120_000);
});
