import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Service } from '../../../shared/domain/city/City.ts';
import { buildClassifier } from '../../../shared/domain/text/buildClassifier.ts';
import { buildPlaceFinder } from '../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';
import { splitMatters } from '../../../shared/domain/text/splitMatters.ts';
import { doubtful, letters, seen, unseen } from './utterances.ts';

const { services } = parse(readFileSync('cities/example/catalog.yaml', 'utf8')) as {
  services: readonly Service[];
};
const place = (name: string) => ({ name, aliases: [], lng: 0, lat: 0, area: '', kind: '' });
const ears = {
  classify: buildClassifier(services),
  findPlaces: buildPlaceFinder(
    openPlaces(packPlaces([place('建设路12号'), place('向阳菜场'), place('人民公园')])),
  ).find,
};

describe('two matters in one message', () => {
  test.each([
    ['建设路12号路灯坏了，还有人民路那边垃圾没人收', '建设路12号路灯坏了', '人民路那边垃圾没人收'],
    ['路灯坏了，垃圾也没人收', '路灯坏了', '垃圾也没人收'],
    ['路灯坏了还有垃圾没人收', '路灯坏了', '垃圾没人收'],
    ['路灯坏了，还有有人乱扔垃圾', '路灯坏了', '有人乱扔垃圾'],
    ['路灯坏了，还有一件事，垃圾没人收', '路灯坏了', '垃圾没人收'],
    ['建设路12号路灯坏了，向阳菜场门口垃圾没人收', '建设路12号路灯坏了', '向阳菜场门口垃圾没人收'],
    ['路灯坏了。另外，井盖也没了。还有，红绿灯不亮', '路灯坏了', '井盖也没了。还有，红绿灯不亮'],
  ])('%s', (text, first, later) => expect(splitMatters(text, ears)).toEqual({ first, later }));

  test.each([
    '路灯坏了两天了，晚上黑灯瞎火的，一直没人修',
    '路灯坏了，还有一盏也不亮',
    '路灯坏了，还有人摔倒了',
    '路灯坏了，也没人修',
    '路灯坏了，还有，一直没人管',
    '不是路灯坏了，是红绿灯不亮',
    '路灯坏了，还有垃圾桶没满',
    '建设路12号路灯坏了，就在建设路12号门口',
  ])('are not in %s', (text) => expect(splitMatters(text, ears)).toBeUndefined());

  test('are found in no message about one, however it is begun and whatever was known', () => {
    const told = [...seen, ...unseen, ...letters].flatMap(({ text, service }) =>
      [text, `建设路12号${text}`, `我在向阳菜场，${text}`].filter(
        (said) => splitMatters(said, ears) ?? splitMatters(said, ears, service),
      ),
    );
    expect(told).toEqual([]);
    expect(doubtful.filter((text) => splitMatters(text, ears))).toEqual(['路灯坏了，垃圾也没人收']);
  });

  test('are found in most messages that join two which are sure by themselves', () => {
    const sure = [...seen, ...unseen].filter(({ text }) => ears.classify(text).sure);
    const pairs = sure.flatMap((one, at) => {
      const other = sure[(at * 7 + 3) % sure.length];
      const differ =
        other &&
        ears.classify(one.text).guesses[0]?.service !== ears.classify(other.text).guesses[0]?.service;
      return other && differ ? [`${one.text}，还有${other.text}`] : [];
    });
    const found = pairs.filter((text) => splitMatters(text, ears));
    expect(found.length / pairs.length).toBeGreaterThan(0.85);
  });

  test('of a form about one thing, a message may be wholly about another', () => {
    expect(splitMatters('还有垃圾没人收', ears, '01037')).toEqual({ first: '', later: '垃圾没人收' });
    expect(splitMatters('垃圾没人收', ears, '01037')).toBeUndefined();
    expect(splitMatters('还有灯罩掉了', ears, '01037')).toBeUndefined();
  });
});
