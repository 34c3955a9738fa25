import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Service } from '../../../shared/domain/city/City.ts';
import {
  deniesCondition,
  guessCondition,
  mustTellCondition,
  plainCondition,
  toldCondition,
} from '../../../shared/domain/text/guessCondition.ts';
import { seen, unseen } from './utterances.ts';

const { services } = parse(readFileSync('cities/example/catalog.yaml', 'utf8')) as {
  services: readonly Service[];
};
const service = (code: string): Service => {
  const found = services.find((one) => one.code === code);
  if (!found) throw new Error(`The catalog has no ${code}`);
  return found;
};
const guess = (code: string, text: string) => guessCondition(service(code), text)?.name;

describe('the condition that words tell', () => {
  test.each([
    ['井盖没了', '缺失、塌陷'],
    ['井盖丢了', '缺失、塌陷'],
    ['井盖不见了，黑洞洞的', '缺失、塌陷'],
    ['少了个井盖', '缺失、塌陷'],
    ['路上井盖少了一个', '缺失、塌陷'],
    ['井盖被偷了', '缺失、塌陷'],
    ['没有井盖', '缺失、塌陷'],
    ['井盖塌下去了', '缺失、塌陷'],
    ['车轮陷进井里了', '缺失、塌陷'],
    ['井盖松了', '松动、异响'],
    ['井盖晃来晃去', '松动、异响'],
    ['车一压就咣咣响', '松动、异响'],
    ['缺失', '缺失、塌陷'],
  ])('of a manhole cover: %s is %s', (text, name) => expect(guess('01023', text)).toBe(name));

  test.each([
    '井盖坏了',
    '井盖少了一块角',
    '井盖缺了一角',
    '谈不上塌',
    '井盖没丢',
    '井盖没有丢',
    '井盖没塌',
    '没有塌陷',
    '井盖没有塌下去',
    '怕井盖塌了',
    '担心会塌',
    '万一丢了怎么办',
    '井盖塌过',
    '井盖不响',
    '没有松动',
    '不是丢了',
    '别让人偷走',
  ])('%s decides nothing', (text) => expect(guess('01023', text)).toBeUndefined());

  test.each([
    ['没有塌，就是松了', '松动、异响'],
    ['不是丢了，是松了', '松动、异响'],
    ['不是松了，是丢了', '缺失、塌陷'],
    ['松了好几天，昨天塌了', '缺失、塌陷'],
  ])('of what is denied the rest counts, and of two the urgent one: %s', (text, name) =>
    expect(guess('01023', text)).toBe(name),
  );

  test.each([
    ['01037', '路灯坏了两天了', '个别不亮'],
    ['01037', '路灯不亮', '个别不亮'],
    ['01037', '没有漏电，就是不亮', '个别不亮'],
    ['01037', '一排路灯全灭了', '成片不亮'],
    ['01037', '灯杆倒在路上', '灯杆倾倒、漏电'],
    ['06010', '垃圾没人收', '少量'],
    ['06010', '垃圾堆成山了', '大量'],
    ['06010', '好多天没人收垃圾', '少量'],
    ['06010', '很多天没收垃圾了', '少量'],
    ['06010', '好多次没人收垃圾', '少量'],
    ['06010', '好多人乱扔垃圾', '少量'],
    ['06010', '好多垃圾没人收', '大量'],
    ['06010', '好多天没人收，很多垃圾', '大量'],
    ['01037', '一排路灯都亮着就这盏不亮', '个别不亮'],
    ['01037', '路灯一盏都亮', '个别不亮'],
    ['01037', '其他路灯都亮，就这一排不亮', '成片不亮'],
    ['01037', '整条街的路灯都不亮', '成片不亮'],
    ['08001', '半夜不施工，早上六点就开工', '日间'],
    ['08001', '白天施工晚上不施工', '日间'],
    ['08001', '工地晚上不停施工', '夜间'],
    ['06010', '垃圾不是很多', '少量'],
    ['06028', '楼下唱歌太吵', '一般'],
    ['06028', '楼下半夜还在唱歌', '夜间'],
    ['01076', '电梯坏了', '停运、异响'],
    ['01076', '电梯把人困住了', '困人、坠落'],
    ['06013', '路面有个坑', '坑洼、破损'],
    ['06013', '路塌了', '塌陷'],
  ])('%s %s is %s', (code, text, name) => expect(guess(code, text)).toBe(name));

  test('the usual case is meant only where nothing is told', () => {
    expect(toldCondition(service('06010'), '垃圾没人收')).toBeUndefined();
    expect(toldCondition(service('06010'), '垃圾一大堆')?.name).toBe('大量');
  });

  test.each([
    ['没塌没塌，说错了', true],
    ['没有塌', true],
    ['不是丢了', true],
    ['塌了', false],
    ['没塌，是丢了', false],
    ['怕塌', false],
    ['没响', false],
    ['松了', false],
  ])('%s denies that it is missing: %s', (text, denied) => {
    const lid = service('01023');
    const missing = lid.conditions.find(({ name }) => name === '缺失、塌陷');
    expect(missing && deniesCondition(lid, missing, text)).toBe(denied);
  });

  test('two urgent ones at once decide nothing', () => {
    expect(guess('01037', '一排路灯全灭了，还有一根灯杆倒了')).toBeUndefined();
  });

  test('every part of a name tells its condition, unless another has it too', () => {
    const lost = services.filter(mustTellCondition).flatMap((one) =>
      one.conditions.flatMap((condition) =>
        condition.name
          .split('、')
          .filter((part) => {
            const told = toldCondition(one, part);
            return told !== undefined && told.code !== condition.code;
          })
          .map((part) => `${one.code} ${part}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  // Floors: what was measured, less a little.
  test('few people who said what is the matter would have to be asked', () => {
    const must = [...seen, ...unseen].filter((one) => mustTellCondition(service(one.service)));
    const asked = must.filter((one) => guessCondition(service(one.service), one.text) === undefined);
    expect(asked.length / must.length).toBeLessThan(0.18);
  });
});

describe('a service', () => {
  test('has its condition asked for only where one is urgent and another is filed differently', () => {
    expect(mustTellCondition(service('01023'))).toBe(true);
    expect(mustTellCondition(service('06025'))).toBe(false);
    expect(mustTellCondition(service('09012'))).toBe(false);
  });

  test('is filed as not urgent by whoever cannot tell', () => {
    expect(plainCondition(service('01023'))?.code).toBe('a');
    expect(plainCondition(service('06001'))?.urgent).toBe(false);
    expect(plainCondition({ conditions: [] })).toBeUndefined();
  });
});
