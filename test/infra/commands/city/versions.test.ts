import { gzipSync } from 'node:zlib';
import { cityVersion } from '../../../../shared/city/cityVersion.ts';
import { decodeCity } from '../../../../shared/city/decodeCity.ts';
import { smallCity, withChange } from '../../../city/smallCity.ts';
import { openDesk } from './openDesk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const SLOWER = withChange('catalog.yaml', 'accept: 2wh', 'accept: 4wh');
const LONGER = '01037 路灯异常 不亮 受理 2wh → 4wh';
const SHORTER = '01037 路灯异常 不亮 受理 4wh → 2wh';

describe('publish', () => {
  test('publishes a sound folder to the stage it is told, and offers no way back from the first version', async () => {
    const { code, out } = await desk.run('publish', desk.dir, '--stage', 'dev');
    const version = (await desk.store.pointer('small'))?.version;
    expect([code, desk.opened]).toEqual([0, ['dev']]);
    expect(desk.objects.has(`small/${version}`)).toBe(true);
    expect(out).toEqual([expect.stringContaining(`小城（small）${version} 已发布：dev`)]);
  });

  test('goes by the clock of the stage: a local run may be days ahead', async () => {
    const ahead = await openDesk({ now: Date.parse('2027-03-01T10:00:00+08:00') });
    await ahead.run('publish', ahead.dir);
    const { out } = await ahead.run('history', 'small');
    await ahead.close();
    expect(out[0]).toMatch(/^2027-03-01T10:00:00\+08:00 .*现行$/u);
  });

  test('says how much changes against the version in force, and how to go back', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    const { code, out } = await desk.run(
      'publish',
      desk.dir,
      '--stage',
      'dev',
      '--table',
      'T',
      '--bucket',
      'B',
    );
    const second = (await desk.store.pointer('small'))?.version;
    expect(code).toBe(0);
    expect(out).toEqual([
      `与现行版本 ${first} 相比：`,
      '事项：改时限 1',
      '逐条看：加上 --verbose',
      expect.stringContaining(`${second} 已发布`),
      '在办的件不变，仍按立案时的版本；新件按这个版本',
      `要退回去：npm run city -- republish small ${first} --stage dev --table T --bucket B`,
    ]);
  });

  test('says every change when asked', async () => {
    await desk.publish();
    await desk.write(SLOWER);
    expect((await desk.run('publish', desk.dir, '--verbose')).out).toContain(`  ${LONGER}`);
  });

  test('says that nothing changes', async () => {
    await desk.publish();
    const { code, out } = await desk.run('publish', desk.dir);
    expect([code, out]).toEqual([0, [expect.stringContaining('已经是现行版本，没有变化')]]);
  });

  test('publishes even when the version in force cannot be read, and says so', async () => {
    const first = await desk.publish();
    desk.objects.delete(`small/${first}`);
    await desk.write(SLOWER);
    const { code, out, err } = await desk.run('publish', desk.dir);
    expect([code, err]).toEqual([
      0,
      ['正在与现行版本比较……', expect.stringMatching(/^没法与现行版本比较：.*读不出来/u), '正在检查并写入……'],
    ]);
    expect(out.join('\n')).toContain('已发布');
  });
});

describe('publish while somebody else does', () => {
  const meanwhile = (before: string | undefined) => {
    const { putManifest } = desk.blobs;
    Object.assign(desk.blobs, {
      putManifest: async (...args: Parameters<typeof putManifest>) => {
        await desk.store.setCurrent('small', {
          before,
          after: 'abcd000000000000',
          streets: [],
          at: Date.now() + 1,
        });
        return putManifest(...args);
      },
    });
  };

  test('refuses, since the changes it told are not those it would make, and says where to look', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    meanwhile(first);
    const { code, out, err } = await desk.run('publish', desk.dir, '--stage', 'dev');
    expect(code).toBe(1);
    expect(err.at(-1)).toBe(
      `刚才有人发布了另一个版本，请先看 diff 再发布：npm run city -- diff ${first} current --city small --stage dev`,
    );
    expect(out.join()).not.toContain('已发布');
    expect((await desk.store.pointer('small'))?.version).toBe('abcd000000000000');
  });

  test('refuses the first one, too', async () => {
    meanwhile(undefined);
    const { code, err } = await desk.run('publish', desk.dir);
    expect([code, err.at(-1)]).toEqual([1, expect.stringMatching(/^刚才有人发布了.* history small$/u)]);
  });
});

describe('a stage that is not reached', () => {
  const refusedCall = () =>
    Promise.reject(
      new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })], 'all failed'),
    );

  test.each(['putManifest', 'putPart', 'put'] as const)(
    'is said in one line when it goes away while a city is published, at %s',
    async (call) => {
      Object.assign(desk.blobs, { [call]: refusedCall });
      const { code, out, err } = await desk.run('publish', desk.dir, '--data', 'mine');
      const said =
        '连不上 local（ECONNREFUSED）：没有确认已发布，先用 history 看：npm run city -- history small --data mine';
      expect([code, err.at(-1)]).toEqual([1, said]);
      expect(out.join()).not.toContain('已发布');
    },
  );

  test('is said in one line when an older version cannot be looked at', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    await desk.publish();
    Object.assign(desk.blobs, { get: refusedCall });
    for (const words of [
      ['history', 'small'],
      ['diff', first, 'current', '--city', 'small'],
    ]) {
      const { code, err } = await desk.run(...words);
      expect([code, err]).toEqual([1, [expect.stringMatching(/^连不上（ECONNREFUSED）.*再执行一次$/u)]]);
    }
  });

  test('any other fault is none of the network', async () => {
    Object.assign(desk.blobs, { putPart: () => Promise.reject(new Error('broken')) });
    await expect(desk.run('publish', desk.dir)).rejects.toThrow('broken');
  });
});

describe('publish to a stage that serves another city', () => {
  test('warns that it is not used there', async () => {
    const other = await openDesk({ city: 'example' });
    const { code, err } = await other.run('publish', other.dir);
    expect([code, err[0]]).toEqual([
      0,
      `注意：local 上运行的是 example，用不上 small；要试它：npm start -- --city ${other.dir}`,
    ]);
    await other.close();
  });
});

describe('history', () => {
  test('says that nothing was published yet, and what to do', async () => {
    const { code, out, err } = await desk.run('history', 'cities/example', '--data', 'of mine');
    expect([code, out]).toEqual([1, []]);
    expect(err).toEqual([
      'example 在 local 还没有发布过。先发布：npm run city -- publish 文件夹 --data "of mine"',
    ]);
  });

  test('lists versions newest first with what each changed, and which is in force', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    const second = await desk.publish();
    await desk.write(smallCity);
    await desk.publish();
    const { code, out } = await desk.run('history', 'cities/small');
    expect(code).toBe(0);
    expect(out).toEqual([
      expect.stringMatching(new RegExp(`^2\\S+\\+08:00 {2}${first} {2}现行$`, 'u')),
      '    事项：改时限 1',
      expect.stringMatching(new RegExp(`^2\\S+\\+08:00 {2}${second}$`, 'u')),
      '    事项：改时限 1',
      expect.stringMatching(new RegExp(`^2\\S+\\+08:00 {2}${first}$`, 'u')),
      '    这里记着的第一次',
    ]);
  });

  test('says the lines when asked, and no more versions than asked for', async () => {
    await desk.publish();
    await desk.write(SLOWER);
    const second = await desk.publish();
    expect((await desk.run('history', 'small', '--most', '1', '--verbose')).out).toEqual([
      expect.stringContaining(`${second}  现行`),
      '    事项：改时限 1',
      `      ${LONGER}`,
      '还有更早的：加上 --most 5',
    ]);
  });

  test.each(['0', '101', 'x', '-1'])('refuses --most %s', async (most) => {
    const { code, err } = await desk.run('history', 'small', `--most=${most}`);
    expect([code, err]).toEqual([2, ['--most 写 1 到 100 的数']]);
  });

  test('goes on when the content of a version is lost', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    await desk.publish();
    desk.objects.delete(`small/${first}`);
    const { code, out, err } = await desk.run('history', 'small');
    expect([code, out.length]).toEqual([0, 3]);
    expect(err).toEqual([expect.stringContaining(`${first} 读不出来`)]);
  });
});

describe('diff', () => {
  test('says what changes between a folder and what is in force', async () => {
    await desk.publish();
    await desk.write(SLOWER);
    const { code, out } = await desk.run('diff', 'current', desk.dir);
    expect([code, out]).toEqual([0, ['事项：改时限 1', `  ${LONGER}`]]);
    expect((await desk.run('diff', desk.dir, 'current')).out).toEqual(['事项：改时限 1', `  ${SHORTER}`]);
  });

  test('says what changed between versions by the beginning of their ids, current and previous', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    const second = await desk.publish();
    for (const pair of [
      [first, second],
      [first.slice(0, 6), 'current'],
      ['previous', second.slice(0, 6)],
    ])
      expect((await desk.run('diff', ...pair, '--city', 'small')).out).toContain(`  ${LONGER}`);
  });

  test('compares two folders without opening a stage', async () => {
    const other = await openDesk();
    await other.write(SLOWER);
    expect((await desk.run('diff', desk.dir, other.dir)).out).toContain(`  ${LONGER}`);
    expect(desk.opened).toEqual([]);
    await other.close();
  });

  test('says that there is nothing, and when only the order differs', async () => {
    await desk.publish();
    expect((await desk.run('diff', 'current', desk.dir)).out).toEqual([
      expect.stringMatching(/^没有变化，都是版本 [0-9a-f]{16}$/u),
    ]);
    await desk.write(withChange('catalog.yaml', '[路灯不亮, 路灯坏了]', '[路灯坏了, 路灯不亮]'));
    expect((await desk.run('diff', 'current', desk.dir)).out).toEqual(['没有变化，只有书写次序不同']);
  });

  test('prints JSON for programs', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    const { out } = await desk.run('diff', 'current', desk.dir, '--json');
    expect(JSON.parse(out.join('\n'))).toEqual({
      before: first,
      after: expect.stringMatching(/^[0-9a-f]{16}$/u),
      changes: [{ part: 'services', kind: 'limits', code: '01037', text: LONGER }],
    });
  });

  test('takes the city served there when none is named', async () => {
    const served = await openDesk({ city: 'small' });
    await served.publish();
    expect((await served.run('diff', 'current', 'current')).code).toBe(0);
    await served.close();
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['a word that is neither', ['current', 'cities/exmaple'], 1, /“cities\/exmaple”不是文件夹，也不是版本/u],
    ['versions of no city', ['current', 'previous'], 2, /不知道是哪个城市：加上 --city/u],
    [
      'an unknown city',
      ['current', 'previous', '--city', 'nowhere'],
      1,
      /nowhere 在 local 还没有发布过。先发布/u,
    ],
    [
      'an unknown version',
      ['current', 'ffffff', '--city', 'small'],
      1,
      /small 没有版本 ffffff。看有哪些版本/u,
    ],
    ['an unknown whole version', ['current', 'f'.repeat(16), '--city', 'small'], 1, /f{16} 读不出来/u],
    ['a previous one of one', ['current', 'previous', '--city', 'small'], 1, /只发布过一个版本/u],
  ])('says what to do about %s', async (_what, args, code, words) => {
    await desk.publish();
    const done = await desk.run('diff', ...args);
    expect(done.code).toBe(code);
    expect(done.err.join('\n')).toMatch(words);
  });

  test('asks for more of an id that several versions begin with', async () => {
    const [before, after, last] = [await desk.publish(), 'abcd000000000000', 'abcd100000000000'];
    await desk.store.setCurrent('small', { before, after, streets: [], at: Date.now() + 1 });
    await desk.store.setCurrent('small', { before: after, after: last, streets: [], at: Date.now() + 2 });
    const { code, err } = await desk.run('diff', 'abcd', 'current', '--city', 'small');
    expect([code, err.join()]).toEqual([1, expect.stringMatching(/有 2 个：.*多写几位/u)]);
  });

  test('prints the faults of a folder', async () => {
    await desk.publish();
    await desk.write({ 'calendar/2026.json': '{' });
    const { code, out, err } = await desk.run('diff', 'current', desk.dir);
    expect([code, err]).toEqual([1, ['共 1 处问题']]);
    expect(out.join()).toContain('calendar/2026.json:1');
  });
});

describe('republish', () => {
  test('makes the previous version the one in force again, says what that changes and how to go back', async () => {
    const first = await desk.publish();
    await desk.write(SLOWER);
    const second = await desk.publish();
    const { code, out } = await desk.run('republish', 'small', 'previous', '--verbose');
    expect(code).toBe(0);
    expect(out).toEqual([
      `与现行版本 ${second} 相比：`,
      '事项：改时限 1',
      `  ${SHORTER}`,
      expect.stringContaining(`${first} 已发布`),
      '在办的件不变，仍按立案时的版本；新件按这个版本',
      `要退回去：npm run city -- republish small ${second}`,
    ]);
    expect((await desk.store.pointer('small'))?.version).toBe(first);
    await desk.run('republish', 'small', second.slice(0, 8));
    expect((await desk.store.pointer('small'))?.version).toBe(second);
  });

  test('refuses a version that does not pass for today, and changes nothing', async () => {
    const first = await desk.publish();
    const sound = decodeCity(desk.objects.get(`small/${first}`) ?? new Uint8Array());
    const ended = {
      ...sound,
      ledger: sound.ledger.map((row) => (row.person === 'S001' ? { ...row, to: '2025-12-31' } : row)),
    };
    const old = { ...ended, version: cityVersion(ended) };
    await desk.blobs.put('small', old.version, gzipSync(JSON.stringify(old)));
    const { code, out, err } = await desk.run('republish', 'small', old.version);
    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(/ledger\.csv: .*监督员/u);
    expect(err.join()).toMatch(/共 \d+ 处问题/u);
    expect((await desk.store.pointer('small'))?.version).toBe(first);
  });

  test('says what to do about an unknown version', async () => {
    await desk.publish();
    const where = ['--stage', 'dev', '--table', 'T', '--bucket', 'B'];
    const { code, err } = await desk.run('republish', 'small', 'beef', ...where);
    expect([code, err]).toEqual([
      1,
      ['small 没有版本 beef。看有哪些版本：npm run city -- history small --stage dev --table T --bucket B'],
    ]);
  });
});
