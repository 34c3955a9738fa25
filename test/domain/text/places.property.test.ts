import fc from 'fast-check';
import type { Place } from '../../../shared/domain/city/City.ts';
import { buildPlaceFinder } from '../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';

const finderOf = (places: readonly Place[]) => buildPlaceFinder(openPlaces(packPlaces(places)));
const place = (name: string, aliases: readonly string[] = []): Place => ({
  name,
  aliases,
  lng: 121.47,
  lat: 31.23,
  area: '990101001001001',
  kind: '',
});

/** None of them stands in a word around a place, nor is a number or a side. */
const HAN = [...'锦绣朝晖桂枫梧桐榕樟柳荷菊兰竹梅翠碧苍澄湛澜沁潇'];
const stem = fc.string({ unit: fc.constantFrom(...HAN), minLength: 2, maxLength: 3 });
const number = fc.integer({ min: 1, max: 9_999 });
const named = fc.oneof(
  fc.tuple(stem, number).map(([road, at]) => `${road}路${at}号`),
  fc.tuple(stem, number, fc.integer({ min: 1, max: 9 })).map(([road, at, sub]) => `${road}路${at}-${sub}号`),
  fc.tuple(stem, fc.integer({ min: 1, max: 99 })).map(([compound, at]) => `${compound}小区${at}幢`),
  fc.tuple(stem, stem).map(([one, other]) => `${one}路${other}街路口`),
  stem.map((name) => `${name}菜场`),
);

const DIGITS = '零一二三四五六七八九';
const chinese = (value: number): string => {
  const [thousands, hundreds, tens, ones] = [1000, 100, 10, 1].map(
    (unit) => Math.floor(value / unit) % 10,
  ) as [number, number, number, number];
  const part = (digit: number, unit: string) => (digit === 0 ? '零' : `${DIGITS[digit]}${unit}`);
  const whole = `${part(thousands, '千')}${part(hundreds, '百')}${part(tens, '十')}${part(ones, '')}`;
  return whole
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '')
    .replace(/^一十/u, '十');
};
const dictated = (digits: string): string => [...digits].map((digit) => DIGITS[Number(digit)]).join('');
const wide = (text: string): string =>
  text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The ways to write one name. */
const VARIANTS: readonly ((name: string) => string)[] = [
  (name) => name,
  wide,
  (name) => name.replace(/\d+/u, (digits) => ` ${digits} `),
  (name) => name.replace(/\d+/gu, (digits) => chinese(Number(digits))),
  (name) => name.replace(/\d+/gu, dictated),
  (name) => name.replace(/\d+/gu, (digits) => dictated(digits).replaceAll('一', '幺')),
  (name) => name.replace(/(\d+-?\d*号|菜场|\d+幢)/u, '（$1）'),
  (name) => name.replace(/(\d+-?\d*号|菜场|\d+幢)/u, '【$1】'),
  (name) => name.replace(/路(\d)/u, '路的$1'),
  (name) => name.replace(/-(\d)号/u, '号之$1'),
  (name) => name.replace(/-(\d)号/u, '号附$1号'),
  (name) => name.replace('幢', '栋'),
  (name) => name.replace('幢', '号楼'),
  (name) => name.replace('号', '號'),
  (name) => name.replace('小区', '小區').replace('菜场', '菜場'),
  (name) => name.replace('路口', '交叉口'),
  (name) => name.replace(/^(.+路)(.+街)路口$/u, '$2和$1的路口'),
  (name) => [...name].join('\u200b'),
];
const BEFORE = ['', '我在', '示例区', '就在', '您好，', '😀', '是', '从上周起', '电话13800000000，'];
const AFTER = ['', '门口的灯坏了', '，路灯不亮', '对面', '有人吵架', '。13900000000', '那边'];

describe('a place', () => {
  test('is found by each of its names, however it is written, whatever stands around it', () => {
    const spoken = fc.record({
      name: named,
      aliases: fc.uniqueArray(named, { maxLength: 3 }),
      others: fc.array(named, { maxLength: 20 }),
      by: fc.nat(),
      variant: fc.constantFrom(...VARIANTS),
      before: fc.constantFrom(...BEFORE),
      after: fc.constantFrom(...AFTER),
    });
    fc.assert(
      fc.property(spoken, ({ name, aliases, others, by, variant, before, after }) => {
        const names = [name, ...aliases];
        const said = `${before}${variant(names[by % names.length] as string)}${after}`;
        const { find } = finderOf([...others.map((other) => place(other)), place(name, aliases)]);
        expect(find(said).map((hit) => hit.name)).toContain(name);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is not found inside a longer number or word', () => {
    fc.assert(
      fc.property(stem, number, fc.integer({ min: 1, max: 9 }), (road, at, digit) => {
        const { find } = finderOf([place(`${road}路${at}号`), place(`${at}号桥`), place('AB座')]);
        expect(find(`${road}路${digit}${at}号`)).toEqual([]);
        expect(find(`${digit}${at}号桥`)).toEqual([]);
        expect(find(`${road}路${at}号线`)).toEqual([]);
        expect(find(`${road}路${at}-${digit}号`)).toEqual([]);
        expect(find('CAB座')).toEqual([]);
      }),
    );
  });

  test('is matched in the message where it says so, whatever the message is', () => {
    const town = fc.array(named, { minLength: 1, maxLength: 10 });
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...BEFORE, ...AFTER),
      named,
    );
    fc.assert(
      fc.property(town, fc.array(noise, { maxLength: 8 }), (names, parts) => {
        const message = parts.join('');
        const { find, miss } = finderOf(names.map((name) => place(name)));
        for (const { at, matched } of find(message))
          expect(message.slice(at, at + matched.length)).toBe(matched);
        expect(() => miss(message)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('with one wrong character, not the last, is offered and never found', () => {
    const slip = fc.record({ name: named, at: fc.nat(), wrong: fc.constantFrom(...'龘爨饕') });
    fc.assert(
      fc.property(slip, ({ name, at, wrong }) => {
        const han = [...name].flatMap((char, i) => (HAN.includes(char) && i < name.length - 1 ? [i] : []));
        const index = han[at % han.length] as number;
        const said = `${name.slice(0, index)}${wrong}${name.slice(index + 1)}`;
        const { find, miss } = finderOf([place(name)]);
        expect(find(said)).toEqual([]);
        if (name.length >= 4) expect(miss(said)?.near.map((one) => one.name)).toEqual([name]);
      }),
    );
  });
});

describe('a house number that nobody knows', () => {
  test('is said, with the nearest known ones of that road, nearest first', () => {
    const road = fc.tuple(stem, fc.uniqueArray(number, { minLength: 2, maxLength: 30 }));
    fc.assert(
      fc.property(road, ([name, [asked, ...known]]) => {
        const { find, miss } = finderOf([
          ...known.map((at) => place(`${name}路${at}号`)),
          place('别处路1号'),
        ]);
        const said = `${name}路${asked}号`;
        expect(find(`我在${said}门口`)).toEqual([]);
        const missed = miss(`我在${said}门口`);
        const nearest = known.map((at) => Math.abs(at - (asked as number))).sort((a, b) => a - b);
        expect(missed?.said).toBe(said);
        expect(missed?.near.map(({ apart }) => apart)).toEqual(nearest.slice(0, 3));
      }),
    );
  });
});

describe('a hostile message', () => {
  const roads = HAN.flatMap((one) => HAN.map((other) => `${one}${other}路`));
  const places = Array.from({ length: 100_000 }, (_, at) =>
    place(`${roads[at % roads.length]}${Math.floor(at / roads.length) + 1}号`),
  );
  const finder = finderOf(places);
  const time = (message: string): number => {
    const before = process.threadCpuUsage();
    finder.find(message);
    finder.miss(message);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };

  test.each([
    ['nothing but places', places.map(({ name }) => name).join('')],
    ['one road without end', '锦绣路'.repeat(1_000)],
    ['unknown numbers', '锦绣路99999号'.repeat(300)],
    ['digits', '1'.repeat(3_000)],
    ['numerals', '一百二十'.repeat(800)],
    ['roads joined', '路和'.repeat(1_500)],
    ['numbers joined', `锦绣路1号${'、2号'.repeat(1_000)}`],
    ['brackets and gaps', '锦（ '.repeat(1_000)],
    ['a spot without end', `锦绣路1号${'的对面'.repeat(900)}`],
    ['one wrong character', '锦'.repeat(30)],
    ['distances', `锦绣路1号${'往东东'.repeat(900)}`],
  ])('of %s takes less than 50 ms among 100,000 places', (_, message) => {
    time(message);
    expect(Math.min(time(message), time(message))).toBeLessThan(50);
  });
});
