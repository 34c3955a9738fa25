import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Service } from '../../../shared/domain/city/City.ts';
import { buildClassifier } from '../../../shared/domain/text/buildClassifier.ts';
import { doubtful, empty, letters, seen, type Utterance, unseen } from './utterances.ts';

const { services } = parse(readFileSync('cities/example/catalog.yaml', 'utf8')) as {
  services: readonly Service[];
};
const classify = buildClassifier(services);
const firstOf = (text: string) => classify(text).guesses[0]?.service;

const measure = (set: readonly Utterance[]) => {
  const results = set.map(({ text, service }) => {
    const { guesses, sure } = classify(text);
    return { rank: guesses.findIndex((guess) => guess.service === service), sure };
  });
  const share = (fits: (result: (typeof results)[number]) => boolean) =>
    results.filter(fits).length / set.length;
  return {
    top1: share(({ rank }) => rank === 0),
    top3: share(({ rank }) => rank >= 0),
    sure: share(({ sure }) => sure),
    sureAndWrong: share(({ sure, rank }) => sure && rank !== 0),
  };
};

describe('what people say', () => {
  test.each([
    ['路灯不亮', '01037'],
    ['门口黑灯瞎火', '01037'],
    ['垃圾没人收', '06010'],
    ['建设路12号门口的路灯坏了两天了', '01037'],
  ])('%s is surely %s', (text, service) => {
    const { guesses, sure } = classify(text);
    expect({ first: guesses[0]?.service, sure }).toEqual({ first: service, sure: true });
  });

  // Floors: what was measured, less a little.
  test('the half that was looked at while the words were written', () => {
    const { top1, top3, sure, sureAndWrong } = measure(seen);
    expect(top1).toBeGreaterThanOrEqual(0.9);
    expect(top3).toBeGreaterThanOrEqual(0.96);
    expect(sure).toBeGreaterThanOrEqual(0.65);
    expect(sureAndWrong).toBeLessThanOrEqual(0.02);
  });

  test('the half that was never looked at', () => {
    const { top1, top3, sure, sureAndWrong } = measure(unseen);
    expect(top1).toBeGreaterThanOrEqual(0.88);
    expect(top3).toBeGreaterThanOrEqual(0.95);
    expect(sure).toBeGreaterThanOrEqual(0.55);
    expect(sureAndWrong).toBeLessThanOrEqual(0.02);
  });

  test('long, polite letters', () => {
    const { top1, top3, sureAndWrong } = measure(letters);
    expect(top1).toBeGreaterThanOrEqual(0.8);
    expect(top3).toBeGreaterThanOrEqual(0.93);
    expect(sureAndWrong).toBeLessThanOrEqual(0.02);
  });

  test('no utterance is a word of the catalog, or the measure would be of copying', () => {
    const words = new Set(services.flatMap((service) => service.words));
    expect([...seen, ...unseen, ...letters].filter(({ text }) => words.has(text))).toEqual([]);
  });

  test.each(empty)('%j says nothing: no guess', (text) => {
    expect(classify(text)).toEqual({ guesses: [], sure: false });
  });

  test.each(doubtful)('%s is never sure', (text) => {
    expect(classify(text).sure).toBe(false);
  });
});

describe('confusables', () => {
  test.each([
    ['红绿灯不亮', '02014'],
    ['景观灯不亮', '01039'],
    ['路灯电箱门开着', '01060'],
    ['垃圾桶满了', '06042'],
    ['垃圾桶坏了', '03005'],
    ['垃圾堆在路边没人收', '06010'],
    ['装修垃圾没人收', '06011'],
    ['店外经营', '09005'],
    ['路边摆摊', '09006'],
    ['汽车乱停', '09009'],
    ['电动车乱停', '09010'],
    ['共享单车乱停', '09011'],
    ['消防栓漏水', '01013'],
    ['消防通道被堵', '09012'],
    ['工地噪音', '08001'],
    ['广场舞噪音', '06028'],
    ['工地扬尘', '08004'],
    ['砍树', '06022'],
    ['树倒了', '04002'],
    ['绿化带护栏坏了', '04008'],
    ['马路护栏坏了', '02017'],
    ['盲道坏了', '06051'],
    ['盲道上停满了车', '09019'],
    ['河里有垃圾', '06025'],
    ['河水发黑', '06026'],
    ['烧垃圾', '06020'],
    ['死狗', '06037'],
    ['狗叫', 'Z5002'],
    ['电动车在楼道充电', 'Z4002'],
    ['充电桩坏了', '01054'],
    ['小广告', '07001'],
    ['广告牌松动', '03006'],
    ['煤气味很大', 'Z4003'],
    ['煤气井盖没了', '01011'],
    ['楼上漏水', 'Z1001'],
    ['家里停水了', 'Z5001'],
  ])('%s is %s', (text, service) => {
    expect(firstOf(text)).toBe(service);
  });

  test.each([
    ['菜市场门口的路灯坏了', '01037'],
    ['停车场门口的井盖没了', '01023'],
    ['路灯底下有一堆垃圾', '06010'],
    ['公交站旁边的路灯不亮', '01037'],
    ['天桥下面有人要饭', '09003'],
    ['工地对面的红绿灯坏了', '02014'],
    ['菜市场后门的垃圾桶满了', '06042'],
  ])('%s: a landmark is not the matter (%s)', (text, service) => {
    expect(firstOf(text)).toBe(service);
  });

  test.each(['菜市场门口', '在公厕旁边', '停车场入口', '建设路12号'])(
    'a place alone is never sure: %s',
    (text) => {
      expect(classify(text).sure).toBe(false);
    },
  );

  test.each([
    ['不是路灯，是红绿灯坏了', '02014'],
    ['红绿灯坏了，不是路灯', '02014'],
    ['是不是路灯坏了', '01037'],
    ['井盖没事，路面塌了', '06013'],
  ])('%s: what is denied is not the matter (%s)', (text, service) => {
    expect(firstOf(text)).toBe(service);
  });

  test.each([
    ['路灯修好了', false],
    ['路灯不亮，还没修好', true],
    ['路灯不亮，什么时候能修好', true],
    ['路灯前天修好了今天又不亮了', true],
    ['垃圾已经收走了', false],
  ])('%s: sure is %s', (text, sure) => {
    expect(classify(text).sure).toBe(sure);
  });
});

describe('shape', () => {
  test('at most three guesses, best first, scores between 0 and 1, each service once', () => {
    for (const { text } of [...seen, ...letters]) {
      const { guesses } = classify(text);
      const scores = guesses.map((guess) => guess.score);
      expect(guesses.length).toBeLessThanOrEqual(3);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
      expect(new Set(guesses.map((guess) => guess.service)).size).toBe(guesses.length);
    }
  });

  test('every service is found by each of its own words', () => {
    const lost = services.flatMap(({ code, words }) =>
      words.filter((word) => !classify(word).guesses.some((guess) => guess.service === code)),
    );
    expect(lost).toEqual([]);
  });

  test('width, spaces and invisible characters make no difference', () => {
    const plain = classify('12号楼KTV半夜吵');
    expect(classify('１２号楼ＫＴＶ半夜吵')).toEqual(plain);
    expect(classify('12号楼K\u200bTV半夜\u202e吵')).toEqual(plain);
  });

  test('what comes after 2,000 characters is not read', () => {
    expect(firstOf(`${'。'.repeat(2_000)}路灯不亮`)).toBeUndefined();
    expect(firstOf(`路灯不亮${'。'.repeat(20_000)}`)).toBe('01037');
  });

  test('any text gives an answer, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(classify(text)).toEqual(classify(text));
      }),
    );
  });

  test('a catalog of nothing, and of one service, can be asked', () => {
    expect(buildClassifier([])('路灯不亮')).toEqual({ guesses: [], sure: false });
    const one = services.find((service) => service.code === '01037') as Service;
    expect(buildClassifier([one])('路灯不亮').guesses.map((guess) => guess.service)).toEqual(['01037']);
  });
});
