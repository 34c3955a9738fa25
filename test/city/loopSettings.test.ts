import { gzipSync } from 'node:zlib';
import { checkCity } from '../../shared/city/checkCity.ts';
import { encodeParts, type PartName } from '../../shared/city/cityParts.ts';
import { decodeCity } from '../../shared/city/decodeCity.ts';
import { printFault } from '../../shared/city/Fault.ts';
import { openCity, openRules, openWhole } from '../../shared/city/openCity.ts';
import { readCity } from '../../shared/city/readCity.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { policyOf } from '../../shared/domain/city/policyOf.ts';
import { NO_STAFFING } from '../../shared/domain/ledger/Staffing.ts';
import { filesOf, smallCity, TODAY } from './smallCity.ts';

type Texts = Readonly<Record<string, string>>;

const withPolicy = (lines: string): Texts => ({
  ...smallCity,
  'city.yaml': `${smallCity['city.yaml']}policy:\n${lines}\n`,
});

/** An application, and a lamp that is first made safe and then repaired. */
const withRepairAndMaterials = (texts: Texts): Texts => ({
  ...texts,
  'catalog.yaml': `${(texts['catalog.yaml'] ?? '').replace('handle: 8h, check: 4h', 'handle: 8h, check: 4h, repair: 3wd')}  - code: "01900"
    name: 路灯安装申请
    group: "01"
    kind: application
    words: [申请装路灯]
    verify: false
    check: false
    needs: [place]
    conditions:
      - { code: a, name: 一般, urgent: false, limits: { verify: 1wd, accept: 1wd, sign: 1wd, handle: 5wd, check: 1wd } }
    materials:
      - { code: a, name: 身份证 }
      - { code: b, name: 位置图, owe: 5wd }
`,
});

const cityOf = (texts: Texts): City => {
  const { city, faults } = readCity(filesOf(texts), TODAY);
  if (!city) throw new Error(faults.map(printFault).join('\n'));
  return city;
};
const told = (texts: Texts) => readCity(filesOf(texts), TODAY).faults.map(printFault);

const whole = cityOf(withRepairAndMaterials(withPolicy('  quorum: 3\n  ladder: { list: 9wd }')));

describe('what a city sets about the loop', () => {
  test('is read as it is written, and what is left open is the default', () => {
    expect(whole.policy).toEqual({ quorum: 3, ladder: { list: '9wd' } });
    expect(policyOf(whole)).toMatchObject({
      quorum: 3,
      extensions: 2,
      ladder: { yellow: '1wd', list: '9wd' },
    });
    expect(whole.services[0]?.conditions[1]?.limits).toMatchObject({ handle: '8h', repair: '3wd' });
    expect(whole.services[2]?.materials).toEqual([
      { code: 'a', name: '身份证' },
      { code: 'b', name: '位置图', owe: '5wd' },
    ]);
  });

  test('is not there in a city that says nothing of it, whose version is what it was before there was such a thing', () => {
    const city = cityOf(smallCity);
    expect(city).not.toHaveProperty('policy');
    expect(city.version).toBe('1b77c3c87d8b40d8');
    expect(JSON.stringify(city)).not.toMatch(/policy|repair|materials/u);
  });

  test.each([
    ['policy', cityOf(withPolicy('  quorum: 3'))],
    ['repair and materials', cityOf(withRepairAndMaterials(smallCity))],
  ])('%s count for the version', (_what, city) => {
    expect(city.version).not.toBe(cityOf(smallCity).version);
  });

  test('is in what is published, whole and in parts, and checked again on the way', () => {
    expect(checkCity(whole, TODAY)).toEqual([]);
    expect(decodeCity(gzipSync(JSON.stringify(whole)))).toEqual(whole);
    const { manifest, bytes } = encodeParts(whole);
    const parts = Object.fromEntries(
      Object.entries(manifest.parts).map(([name, hash]) => [name, bytes.get(hash)]),
    ) as Record<PartName, Uint8Array>;
    for (const rules of [
      openCity(manifest, parts, NO_STAFFING),
      openRules(manifest, parts),
      openWhole(whole, NO_STAFFING),
    ]) {
      expect(rules.city.policy).toEqual(whole.policy);
      expect(rules.service('01037')?.conditions[1]?.limits.repair).toBe('3wd');
      expect(rules.service('01900')?.materials).toHaveLength(2);
    }
  });

  test('a version published before still opens, under the defaults', () => {
    const before = decodeCity(gzipSync(JSON.stringify(cityOf(smallCity))));
    expect(checkCity(before, TODAY)).toEqual([]);
    expect(policyOf(openWhole(before, NO_STAFFING).city)).toEqual(policyOf({}));
  });

  test('a policy that is no block of keys is a fault', () => {
    expect(told({ ...smallCity, 'city.yaml': `${smallCity['city.yaml']}policy: strict\n` })).toEqual([
      'city.yaml:10: policy 应为一组键和值，写的是文字“strict”。改成一组键和值。',
    ]);
  });

  test.each(['policy: {}', 'policy: { ladder: {}, limits: {} }'])(
    '%s says nothing and is no fault',
    (line) => {
      const city = cityOf({ ...smallCity, 'city.yaml': `${smallCity['city.yaml']}${line}\n` });
      expect(policyOf(city)).toEqual(policyOf({}));
    },
  );

  test.each([
    ['extensions: 0', 'quorum: 1', 'declines: [不归政府管]'],
    ['extensions: 9', 'urgeEvery: 5m', `declines: [${[1, 2, 3, 4, 5, 6, 7, 8, 9].join('号, ')}号]`],
  ])('the outermost values hold: %s, %s, %s', (...lines) => {
    expect(told(withPolicy(lines.map((line) => `  ${line}`).join('\n')))).toEqual([]);
  });

  test.each([
    ['extensions: -1', 'policy.extensions 小于 0。至少为 0。'],
    ['extensions: 10', 'policy.extensions 超过 9。最多为 9。'],
    ['quorum: 0', 'policy.quorum 小于 1。至少为 1。'],
    ['quorum: 1.5', 'policy.quorum 应为整数，写的是数字“1.5”。只写数字。'],
    ['declines: []', 'policy.declines 不到 1 项。至少写 1 项。'],
    ['declines: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十]', 'policy.declines 多于 9 项。最多写 9 项。'],
    [
      'ladder: { remind: 1 }',
      'policy.ladder.remind：1 不在 0 和 1 之间。写成小数，例如 0.75（时限过了四分之三时提醒）。',
    ],
    [
      'ladder: { remind: 0 }',
      'policy.ladder.remind：0 不在 0 和 1 之间。写成小数，例如 0.75（时限过了四分之三时提醒）。',
    ],
    ['quorums: 2', '不认识的键“quorums”。是不是“quorum”？'],
    ['limits: { visits: 2wd }', '不认识的键“visits”。是不是“visit”？'],
  ])('%s is told with its line', (line, fault) => {
    expect(told(withPolicy(`  ${line}`))).toEqual([`city.yaml:11: ${fault}`]);
  });

  test('an application may be one that brings nothing; another kind may not even have an empty list', () => {
    const texts = withRepairAndMaterials(smallCity);
    const catalog = texts['catalog.yaml'] ?? '';
    const empty = `${catalog.slice(0, catalog.indexOf('    materials:'))}    materials: []\n`;
    expect(told({ ...texts, 'catalog.yaml': empty })).toEqual([]);
    expect(told({ ...texts, 'catalog.yaml': empty.replace('application', 'request') })).toEqual([
      expect.stringContaining('01900 写了 materials，而 kind 是 request'),
    ]);
  });

  test('of a service whose kind is wrong only that is told', () => {
    const texts = withRepairAndMaterials(smallCity);
    const catalog = (texts['catalog.yaml'] ?? '').replace('application', 'aplication');
    expect(told({ ...texts, 'catalog.yaml': catalog })).toEqual([expect.stringContaining('aplication')]);
  });
});

describe('the rungs of the ladder', () => {
  const ladder = (yellow: string, red: string, list: string) =>
    told(withPolicy(`  ladder: { yellow: ${yellow}, red: ${red}, list: ${list} }`));

  test.each([
    ['1wd', '2wd', '5wd'],
    ['1wd', '1wd', '1wd'],
    ['1h', '1d', '30d'],
    // A day has seven open hours: they have passed at the close of the next working day at the latest.
    ['7wh', '1wd', '5wd'],
    ['1wd', '14wh', '5wd'],
    // From midnight to the close of a working day that begins then.
    ['17h', '1wd', '5wd'],
    // From the opening: what stands still over lunch is slower than the clock.
    ['8h', '7wh', '5wd'],
    // No holidays are that long.
    ['1wd', '2wd', '20d'],
  ])('%s, %s and %s come one after another whenever they begin', (yellow, red, list) => {
    expect(ladder(yellow, red, list)).toEqual([]);
  });

  test.each([
    ['2wd', '1wd', '5wd', '红牌 red 1wd（到 2026-09-29 17:30）会早于黄牌 yellow 2wd（到 2026-09-30 17:30）'],
    ['1wd', '6wd', '5wd', '挂牌 list 5wd（到 2026-10-05 17:30）会早于红牌 red 6wd（到 2026-10-06 17:30）'],
    ['8wh', '1wd', '5wd', '红牌 red 1wd'],
    ['1wd', '13wh', '5wd', '红牌 red 13wh'],
    [
      '18h',
      '1wd',
      '5wd',
      '红牌 red 1wd（到 2026-09-29 17:30）会早于黄牌 yellow 18h（到 2026-09-29 17:59），例如从 2026-09-28 23:59 算起',
    ],
    ['9h', '7wh', '5wd', '红牌 red 7wh'],
  ])('%s, %s and %s do not always: it is told since when', (yellow, red, list, said) => {
    const [fault, ...others] = ladder(yellow, red, list);
    expect(others).toEqual([]);
    expect(fault).toContain(`city.yaml:11: ${said}`);
  });

  test('are laid on the calendar of the city: over its National Day holidays two working days take more than a week', () => {
    const off = [1, 2, 3, 4, 5, 6, 7].map((day) => `"2026-10-0${day}"`).join(', ');
    const calendar = (smallCity['calendar/2026.json'] ?? '').replace('"2026-01-02"', off);
    const texts = { ...withPolicy('  ladder: { list: 8d }'), 'calendar/2026.json': calendar };
    expect(told(texts)).toEqual([
      expect.stringContaining(
        '挂牌 list 8d（到 2026-10-07 00:00）会早于红牌 red 2wd（到 2026-10-08 17:30），例如从 2026-09-29 00:00 算起',
      ),
    ]);
  });

  test('what is written is compared with the default of what is not, at the line that is written', () => {
    expect(told(withPolicy('  ladder:\n    yellow: 3wd'))).toEqual([
      expect.stringMatching(
        /^city.yaml:12: 红牌 red 2wd（.*）会早于黄牌 yellow 3wd（.*没写的按 1wd、2wd、5wd。$/u,
      ),
    ]);
    expect(told(withPolicy('  ladder: { listedFor: 1h }'))).toEqual([]);
  });

  test('is not looked at while the hours or the limits themselves are wrong', () => {
    const texts = withPolicy('  ladder: { yellow: 9999wd }');
    expect(told(texts)).toEqual([expect.stringContaining('超过三年')]);
    const hours = (texts['city.yaml'] ?? '').replace('"13:30"', '"11:30"').replace('9999wd', '3wd');
    expect(told({ ...texts, 'city.yaml': hours })).toEqual([expect.stringContaining('重叠')]);
  });
});
