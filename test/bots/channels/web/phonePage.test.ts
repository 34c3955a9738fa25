import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { phonePage } from '../../../../bots/channels/web/phonePage.ts';

const page = phonePage({
  socketUrl: 'wss://abc.execute-api.cn-north-1.amazonaws.com.cn/push',
  photoOrigins: ['https://photos.s3.cn-north-1.amazonaws.com.cn'],
});
const policy = page.headers['content-security-policy'] ?? '';
const inside = (tag: string): string =>
  new RegExp(`<${tag}(?: type="module")?>([\\s\\S]*?)</${tag}>`, 'u').exec(page.body)?.[1] ?? '';
const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the phone page', () => {
  test('that is checked in is the one its sources give', () => {
    execFileSync(process.execPath, ['infra/commands/page.ts', '--check'], { stdio: 'pipe' });
  });

  test('lets only its own script and style run, by their hashes', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src '${hashOf(inside('script'))}';`);
    expect(policy).toContain(`style-src '${hashOf(inside('style'))}';`);
    expect(policy).not.toMatch(/unsafe|\*/u);
    expect(page.body).not.toMatch(/ on[a-z]+=| style="|javascript:/iu);
  });

  test('reaches its own doors, the socket and the photo store, and nothing else', () => {
    expect(policy).toContain(
      "connect-src 'self' wss://abc.execute-api.cn-north-1.amazonaws.com.cn https://photos.s3.cn-north-1.amazonaws.com.cn;",
    );
    expect(policy).toContain("img-src 'self' data: blob: https://photos.s3.cn-north-1.amazonaws.com.cn;");
  });

  test('is told where to listen, in a form that cannot end the element it is in', () => {
    const hostile = phonePage({ socketUrl: 'wss://h/</script><b>', photoOrigins: [] }).body;
    expect(hostile).not.toContain('</script><b>');
    const json = /type="application\/json">([^<]*)</u.exec(hostile)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ socketUrl: 'wss://h/</script><b>' });
  });

  test('tells the browser not to guess, not to tell where it came from, and how long to keep it', () => {
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=300',
      etag: expect.stringMatching(/^"[\w-]{22}"$/u),
    });
  });

  test('is small: less than 64 KB before compression', () => {
    expect(page.body.length).toBeLessThan(64 * 1024);
  });
});
