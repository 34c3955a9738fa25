import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { City } from '../../../shared/domain/city/City.ts';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';

const { groups, services } = parse(readFileSync('cities/example/catalog.yaml', 'utf8')) as Pick<
  City,
  'groups' | 'services'
>;
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const service = (code: string) => services.find((one) => one.code === code);

describe('the catalog of the example city', () => {
  test('has ten groups and more than seventy-five services, each once', () => {
    expect(groups.map((group) => group.code)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
    ]);
    expect(services.length).toBeGreaterThanOrEqual(75);
    expect(repeated(services.map((one) => one.code))).toEqual([]);
    expect(services.filter((one) => !groups.some((group) => group.code === one.group))).toEqual([]);
  });

  test('codes are strings: the national five digits under their group, or local ones', () => {
    expect(services.filter((one) => !/^(?:\d{5}|Z\d{4})$/u.test(one.code))).toEqual([]);
    expect(services.filter((one) => /^\d/u.test(one.code) && !one.code.startsWith(one.group))).toEqual([]);
  });

  test('a word belongs to one service, and is not what the service is not', () => {
    expect(repeated(services.flatMap((one) => one.words))).toEqual([]);
    expect(services.filter((one) => one.words.some((word) => one.not.includes(word)))).toEqual([]);
    expect(services.filter((one) => one.words.length < 4).map((one) => one.code)).toEqual([]);
  });

  test('every limit is a duration, and the first condition is the usual one', () => {
    const limits = services.flatMap((one) =>
      one.conditions.flatMap((condition) => Object.values(condition.limits)),
    );
    expect(limits.filter((limit) => !parseDuration(limit))).toEqual([]);
    expect(services.filter((one) => one.conditions.length < 1 || one.conditions.length > 3)).toEqual([]);
    for (const one of services) {
      expect(repeated(one.conditions.map((condition) => condition.code))).toEqual([]);
      expect(one.needs).toContain('text');
    }
  });

  test('natural time, working hours and working days are all in use', () => {
    expect(service('01037')?.conditions[0]).toEqual({
      code: 'a',
      name: '个别不亮',
      urgent: false,
      limits: { verify: '1h', accept: '2wh', sign: '2wh', handle: '2wd', check: '4wh' },
    });
    expect(service('06013')?.conditions[0]?.limits.handle).toBe('5wd');
    expect(service('06010')?.conditions[0]?.limits.handle).toBe('4wh');
    expect(service('09009')?.conditions[0]?.limits.handle).toBe('3wh');
    expect(service('01076')?.conditions[1]?.limits.handle).toBe('30m');
  });

  test('asking for advice is neither verified nor checked', () => {
    expect(service('Z2001')).toMatchObject({ verify: false, check: false, needs: ['text'] });
    expect(service('Z1001')).toMatchObject({ kind: 'dispute', verify: true });
    expect(service('Z4001')).toMatchObject({ kind: 'hazard' });
  });
});
