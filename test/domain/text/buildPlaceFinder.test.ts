import fc from 'fast-check';
import type { Place } from '../../../shared/domain/city/City.ts';
import { buildPlaceFinder } from '../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';
import { readNumeral } from '../../../shared/domain/text/readNumeral.ts';

const place = (name: string, ...aliases: string[]): Place => ({
  name,
  aliases,
  lng: 121.47,
  lat: 31.23,
  area: '990101001001001',
  kind: '门牌',
});
const PLACES = [
  place('建设路12号', '建设路十二号'),
  place('建设路1号'),
  place('建设路2号'),
  place('建设路120号'),
  place('建设路', '建设大街'),
  place('建设路中山路路口', '建设中山路口'),
  place('文昌路和平路路口'),
  place('解放路与新华路交叉口'),
  place('人民公园', '公园'),
  place('人民公园东门', '公园东门'),
  place('向阳小区', '向阳里', '小区'),
  place('阳光小区', '阳光花园', '小区'),
  place('区第一中学', '区一中'),
  place('五一路8号'),
  place('建设三巷', '三巷'),
  place('青禾村3组', '青禾三组'),
  place('万达广场A座'),
  place('万达广场'),
  place('人民医院（东院）'),
  place('桂花弄5号'),
  place('幸福里12弄'),
  place('公交解放路站', '解放路站'),
  place('3号桥'),
];
const finderOf = (places: readonly Place[]) => buildPlaceFinder(openPlaces(packPlaces(places)));
const { find } = finderOf(PLACES);
const names = (text: string) => find(text).map((hit) => hit.name);

describe('one place', () => {
  test.each([
    ['建设路12号门口的路灯坏了两天了', '建设路12号', '建设路12号门口'],
    ['建设路十二号', '建设路12号', '建设路十二号'],
    ['建设路 12 号', '建设路12号', '建设路 12 号'],
    ['建设路１２号', '建设路12号', '建设路１２号'],
    ['建设路一二号', '建设路12号', '建设路一二号'],
    ['建设路12號', '建设路12号', '建设路12號'],
    ['建设路12#', '建设路12号', '建设路12#'],
    ['建设路12', '建设路12号', '建设路12'],
    ['建设路12门口', '建设路12号', '建设路12门口'],
    ['建设路12，路灯不亮', '建设路12号', '建设路12'],
    ['就在建设路12号对面', '建设路12号', '建设路12号对面'],
    ['建设路12号旁边', '建设路12号', '建设路12号旁边'],
    ['建设路12号附近的井盖', '建设路12号', '建设路12号附近'],
    ['建设路12号院3号楼', '建设路12号', '建设路12号院3号楼'],
    ['建设路12号302室', '建设路12号', '建设路12号302室'],
    ['😀建设路12号😀', '建设路12号', '建设路12号'],
    ['建设\u200b路12号', '建设路12号', '建设\u200b路12号'],
    ['「建设路12号」', '建设路12号', '建设路12号'],
    ['建设路一号', '建设路1号', '建设路一号'],
    ['不在建设路3号，在建设路2号', '建设路2号', '建设路2号'],
    ['建设路一百二十号', '建设路120号', '建设路一百二十号'],
    ['建设路120号', '建设路120号', '建设路120号'],
    ['建设路上的路灯', '建设路', '建设路'],
    ['建设大街', '建设路', '建设大街'],
    ['建设路3个路灯坏了', '建设路', '建设路'],
    ['在人民公园里面', '人民公园', '人民公园里面'],
    ['公园', '人民公园', '公园'],
    ['人民公园东门对面', '人民公园东门', '人民公园东门对面'],
    ['公园东门', '人民公园东门', '公园东门'],
    ['建设路中山路路口', '建设路中山路路口', '建设路中山路路口'],
    ['中山路建设路路口', '建设路中山路路口', '中山路建设路路口'],
    ['建设路和中山路交叉口', '建设路中山路路口', '建设路和中山路交叉口'],
    ['中山路与建设路交叉口', '建设路中山路路口', '中山路与建设路交叉口'],
    ['建设路、中山路口', '建设路中山路路口', '建设路、中山路口'],
    ['建设路/中山路路口', '建设路中山路路口', '建设路/中山路路口'],
    ['建设路跟中山路的十字路口', '建设路中山路路口', '建设路跟中山路的十字路口'],
    ['建设路中山路交界处', '建设路中山路路口', '建设路中山路交界处'],
    ['建设中山路口', '建设路中山路路口', '建设中山路口'],
    ['文昌路和平路口', '文昌路和平路路口', '文昌路和平路口'],
    ['文昌路和和平路的路口', '文昌路和平路路口', '文昌路和和平路的路口'],
    ['和平路文昌路交叉口', '文昌路和平路路口', '和平路文昌路交叉口'],
    ['新华路解放路路口', '解放路与新华路交叉口', '新华路解放路路口'],
    ['解放路新华路口', '解放路与新华路交叉口', '解放路新华路口'],
    ['区第1中学', '区第一中学', '区第1中学'],
    ['区一中门口', '区第一中学', '区一中门口'],
    ['五一路8号', '五一路8号', '五一路8号'],
    ['五一路八号', '五一路8号', '五一路八号'],
    ['建设3巷', '建设三巷', '建设3巷'],
    ['三巷口', '建设三巷', '三巷'],
    ['青禾村三组', '青禾村3组', '青禾村三组'],
    ['青禾3组', '青禾村3组', '青禾3组'],
    ['万达广场a座楼下', '万达广场A座', '万达广场a座楼下'],
    ['万达广场Ａ座', '万达广场A座', '万达广场Ａ座'],
    ['万达广场B座', '万达广场', '万达广场B座'],
    ['人民医院东院', '人民医院（东院）', '人民医院东院'],
    ['桂花弄五号', '桂花弄5号', '桂花弄五号'],
    ['幸福里12弄5号', '幸福里12弄', '幸福里12弄5号'],
    ['幸福里十二弄', '幸福里12弄', '幸福里十二弄'],
    ['解放路站那边', '公交解放路站', '解放路站'],
    ['三号桥下面', '3号桥', '三号桥下面'],
    ['阳光花园3号楼', '阳光小区', '阳光花园3号楼'],
  ])('%j is %s', (text, name, matched) => {
    expect(find(text).map((hit) => [hit.name, hit.matched])).toEqual([[name, matched]]);
  });
});

describe('no place', () => {
  test.each([
    '建设路14号',
    '建设路十四号',
    '建设路 1 4 号',
    '建设路112号',
    '建设路121号',
    '建设路一百一十二号',
    '建设路12-3号',
    '建设路22弄',
    '五一路88号',
    '51路8号',
    '13号桥',
    '十三号桥',
    '十三巷',
    '青禾村13组',
    '青禾村十三组',
    '万达广AB座',
    '桂花弄15号',
    '路灯坏了',
    '中山路',
    '你好',
    '',
    '12号',
    '人民路公厕',
    '文昌路中山路路口',
  ])('%j names none of them', (text) => {
    expect(find(text)).toEqual([]);
  });

  test('a bus line is no house number', () => {
    expect(names('建设路12路公交站')).toEqual(['建设路']);
  });
});

describe('several places', () => {
  test('an alias of two places gives both', () => {
    expect(names('小区门口')).toEqual(['向阳小区', '阳光小区']);
  });

  test.each([
    ['从人民公园到建设路12号', ['建设路12号', '人民公园']],
    ['公园旁边的建设路中山路路口', ['建设路中山路路口']],
    ['建设路1号和建设路2号', ['建设路1号', '建设路2号']],
    ['建设路1号、建设路一号、建设路 1 号', ['建设路1号']],
    ['向阳小区旁边的区一中', ['区第一中学']],
  ])('%s: the most specific first, each once', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('of overlapping names the longest wins, and at the same length the earlier', () => {
    const { find: overlapping } = finderOf([
      place('中山公园'),
      place('公园东门口'),
      place('公园北门'),
      place('山公园西'),
    ]);
    expect(overlapping('中山公园东门口').map((hit) => hit.name)).toEqual(['公园东门口']);
    expect(overlapping('中山公园北门').map((hit) => hit.name)).toEqual(['中山公园']);
    expect(overlapping('中山公园西').map((hit) => hit.name)).toEqual(['中山公园']);
  });

  test('nobody is offered more than ten', () => {
    const { find: many } = finderOf(
      Array.from({ length: 50 }, (_, at) => place(`便民超市${at}店`, '便民超市')),
    );
    expect(many('便民超市').map((hit) => hit.name)).toHaveLength(10);
    expect(many('便民超市49店').map((hit) => hit.name)).toEqual(['便民超市49店']);
  });

  test('one hundred thousand places of one name are indexed in linear time', () => {
    const start = performance.now();
    finderOf(Array.from({ length: 100_000 }, () => place('便利店')));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('shape', () => {
  test('a hit carries the place and the characters that named it', () => {
    expect(find('我在建设路 十二 号门口')).toEqual([
      {
        name: '建设路12号',
        spot: '门口',
        area: '990101001001001',
        lng: 121.47,
        lat: 31.23,
        at: 2,
        matched: '建设路 十二 号门口',
        denied: false,
      },
    ]);
  });

  test('what was matched stands in the text, whatever the text is', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(noise, fc.constantFrom(...PLACES), noise, (before, { name }, after) => {
        const text = `${before}，${name}，${after}`;
        for (const hit of find(text)) expect(text).toContain(hit.matched);
        expect(find(text).length).toBeGreaterThan(0);
      }),
    );
  });

  test('a name of one character is no name, and no places are no trouble', () => {
    expect(finderOf([place('桥')]).find('桥')).toEqual([]);
    expect(finderOf([]).find('建设路12号')).toEqual([]);
  });

  test('what comes after 2,000 characters is not read', () => {
    expect(find(`${'。'.repeat(2_000)}建设路12号`)).toEqual([]);
    expect(names(`建设路12号${'。'.repeat(20_000)}`)).toEqual(['建设路12号']);
  });
});

describe('readNumeral', () => {
  test.each([
    ['一', '1'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['二十一', '21'],
    ['九十九', '99'],
    ['一百', '100'],
    ['百', '100'],
    ['一百零八', '108'],
    ['一百五', '150'],
    ['一百零五', '105'],
    ['一千五', '1500'],
    ['两千零五', '2005'],
    ['一百一十五', '115'],
    ['幺零八', '108'],
    ['幺幺二', '112'],
    ['廿三', '23'],
    ['卅', '30'],
    ['一千二百零三', '1203'],
    ['一百一十二', '112'],
    ['两百', '200'],
    ['三百二十', '320'],
    ['一〇八', '108'],
    ['一二', '12'],
    ['零', '0'],
    ['二〇二六', '2026'],
  ])('%s is %s', (numeral, digits) => {
    expect(readNumeral(numeral)).toBe(digits);
  });
});
