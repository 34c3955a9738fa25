import { readDispatch } from '../../../../../bots/engine/tasks/details/readDispatch.ts';
import { readExtension } from '../../../../../bots/engine/tasks/details/readExtension.ts';
import { onlyUnit, readUnit } from '../../../../../bots/engine/tasks/details/readUnit.ts';
import { knowCity } from '../../../../../shared/domain/city/knowCity.ts';
import { smallCity } from '../../../../support/smallCity.ts';

const unit = (code: string, name: string) => ({ code, name, phone: '1', channel: 'web' });
const know = knowCity({
  ...smallCity,
  units: [
    ...smallCity.units,
    unit('U08', '小城供电公司'),
    unit('U09', '小城供水公司'),
    unit('U10', '一街道环卫班'),
  ],
});

describe('a unit', () => {
  test.each([
    ['路灯管理所', 'U03'],
    ['「路灯管理所」', 'U03'],
    ['供电公司', 'U08'],
    ['路灯所', 'U03'],
    ['环卫所', 'U01'],
  ])('%s is %s', (said, code) => expect(onlyUnit(said, know)).toBe(code));

  test.each(['公司', '小城', '所', '', '火星公司', '路灯', '别找路灯管理所', '灯路所', '火星所'])(
    '%s is none, or leaves it open',
    (said) => expect(onlyUnit(said, know)).toBeUndefined(),
  );

  test('several that a word may mean are offered', () =>
    expect(readUnit('公司', know)).toEqual(['U08', 'U09']));
});

describe('派遣', () => {
  test.each([
    ['路灯管理所', { unit: 'U03' }],
    ['派给路灯管理所。', { unit: 'U03' }],
    ['路灯管理所主办，供电公司协办', undefined],
    ['路灯管理所，协办 供电公司', { unit: 'U03', assist: [{ unit: 'U08' }] }],
    ['路灯管理所 配合单位：供电公司、供水公司', { unit: 'U03', assist: [{ unit: 'U08' }, { unit: 'U09' }] }],
    ['先 供水公司 后 路灯管理所', { unit: 'U09', assist: [{ unit: 'U03', after: 'U09' }] }],
    ['先由供水公司办，再由路灯管理所办', { unit: 'U09', assist: [{ unit: 'U03', after: 'U09' }] }],
    ['别派路灯管理所', undefined],
    ['不要路灯管理所', undefined],
    ['路灯管理所不管', undefined],
    ['路灯管理所，协办', undefined],
    ['路灯管理所，协办 火星公司', undefined],
    ['先 火星公司 后 路灯管理所', undefined],
    ['先不派路灯管理所', undefined],
    ['路灯坏了，建设路12号', undefined],
  ])('%s', (said, expected) => expect(readDispatch(said, know)).toEqual(expected));
});

describe('延期 by', () => {
  test.each([
    ['2个工作日 缺配件', '2wd', '2wd', '缺配件'],
    ['两天', '2wd', '2wd', ''],
    ['3天', '8h', '3d', ''],
    ['延长4小时，等停电', '4wh', '4wh', '等停电'],
    ['4小时', '8h', '4h', ''],
    ['一周', '5wd', '5wd', ''],
    ['一周', '3d', '7d', ''],
    ['半小时', '2wh', '30m', ''],
    ['十个工作日', '5wd', '10wd', ''],
  ])('%s, of a limit of %s, is %s', (said, limit, by, rest) =>
    expect(readExtension(said, limit)).toEqual({ by, rest }),
  );

  test.each(['缺配件', '不用2天', '0天', '半天', '明天', '尽快', ''])('%s is no length of time', (said) =>
    expect(readExtension(said, '2wd')).toBeUndefined(),
  );
});
