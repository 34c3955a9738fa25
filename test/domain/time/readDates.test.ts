import fc from 'fast-check';
import { dateText, dayNumber } from '../../../shared/domain/time/Instant.ts';
import { readDates } from '../../../shared/domain/time/readDates.ts';

/** A Monday. */
const TODAY = '2026-09-28';

const days = (from: string, to = from) => ({ kind: 'days', from, to });

test.each([
  ['明天', days('2026-09-29')],
  ['大后天', days('2026-10-01')],
  ['昨天', days('2026-09-27')],
  ['明后天', days('2026-09-29', '2026-09-30')],
  ['10月1日到10月7日', days('2026-10-01', '2026-10-07')],
  ['十月一日至七日', days('2026-10-01', '2026-10-07')],
  ['10.1-10.7', days('2026-10-01', '2026-10-07')],
  ['2026-10-01到2026-10-07', days('2026-10-01', '2026-10-07')],
  ['１０月１号～７号', days('2026-10-01', '2026-10-07')],
  ['12月30日到1月3日', days('2026-12-30', '2027-01-03')],
  ['10月7日到10月1日', days('2026-10-07', '2026-10-01')],
  ['1月2日', days('2027-01-02')],
  ['9月1日', days('2026-09-01')],
  ['下周一到周三', days('2026-10-05', '2026-10-07')],
  ['本周三到下周二', days('2026-09-30', '2026-10-06')],
  ['周五', days('2026-10-02')],
  ['星期天', days('2026-10-04')],
  ['下周', days('2026-10-05', '2026-10-11')],
  ['3号', days('2026-10-03')],
  ['二十八号', days('2026-09-28')],
  ['下个月3号', days('2026-10-03')],
  ['今天起到10月1日', days('2026-09-28', '2026-10-01')],
  ['从明天开始三天', days('2026-09-29', '2026-10-01')],
  ['明天起两周', days('2026-09-29', '2026-10-12')],
  ['今天起', { kind: 'open', from: '2026-09-28' }],
  ['今明两天', days('2026-09-28', '2026-09-29')],
  ['今天，一直到明天晚上', days('2026-09-28', '2026-09-29')],
  ['到周五', { kind: 'until', to: '2026-10-02' }],
  ['直到10月3号为止', { kind: 'until', to: '2026-10-03' }],
  ['到9月31日', { kind: 'noSuchDay', said: '到9月31日' }],
  ['三天', { kind: 'count', count: 3 }],
  ['一周', { kind: 'count', count: 7 }],
  ['9月31日', { kind: 'noSuchDay', said: '9月31日' }],
  ['2月30日', { kind: 'noSuchDay', said: '2月30日' }],
])('%s', (text, named) => {
  expect(readDates(text, TODAY)).toEqual({ named, rest: '' });
});

test('what is said besides is left', () => {
  expect(readDates('我明天请假', TODAY)?.rest).toBe('我请假');
  expect(readDates('请三天病假', TODAY)).toEqual({ named: { kind: 'count', count: 3 }, rest: '请病假' });
});

test.each(['', '请假', '半天', '建设路12号院', '3.5天', '国庆', '一直', '13800010007', '天天'])(
  '%s names no days, or is no day by itself',
  (text) => {
    const read = readDates(text, TODAY);
    expect(read === undefined || read.rest !== '').toBe(true);
  },
);

test('any two days written out are those days, whatever day it is', () => {
  const day = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2027-12-31') });
  const written = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  fc.assert(
    fc.property(day, fc.nat(90), fc.nat(60), (today, first, more) => {
      const [from, to] = [dateText(today + first), dateText(today + first + more)];
      expect(readDates(`${written(from)}到${written(to)}`, dateText(today))).toEqual({
        named: days(from, to),
        rest: '',
      });
    }),
  );
});
