import { dutyText } from '../../../../bots/engine/notices/tellDuty.ts';
import type { DutyNotice } from '../../../../shared/contracts/notice.ts';
import { dayNumber } from '../../../../shared/domain/time/Instant.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const DAY = '2026-09-28';
const TODAY = dayNumber(DAY);
const none = { lines: [], all: 0 };
const unit = (name: string, count: number, oldest: string) =>
  ({ role: 'unit', name, count, oldest: at(oldest) }) as const;

const notice = (more: Partial<DutyNotice> = {}): DutyNotice => ({
  id: `duty#${DAY}`,
  kind: 'duty',
  at: at('2026-09-28 17:30'),
  day: DAY,
  count: 3,
  numbers: ['202609280000001', '202609280000002', '202609280000003'],
  unsigned: { lines: [unit('路灯管理所', 2, '2026-09-28 10:05')], all: 1 },
  unconfirmed: {
    lines: [{ role: 'supervisor', name: '王秀英', count: 1, oldest: at('2026-09-25 16:00') }],
    all: 1,
  },
  ...more,
});

test('a superior reads who left how many, since when, and which are the oldest', () => {
  expect(dutyText(notice(), TODAY)).toBe(
    [
      '今天下班时还没签收：路灯管理所 2 件（最早 10:05）。',
      '今天下班时还没核实：网格员王秀英 1 件（最早 09月25日 16:00）。',
      '编号：202609280000001、202609280000002、202609280000003',
      '请您催一催。',
    ].join('\n'),
  );
});

test('what there is none of is not spoken of', () => {
  expect(dutyText(notice({ unconfirmed: none }), TODAY)).not.toContain('核实');
  expect(dutyText(notice({ unsigned: none }), TODAY)).not.toContain('签收');
});

test('of many only the first are named, and how many there are', () => {
  const lines = [unit('环卫所', 9, '2026-09-28 09:00'), unit('路灯管理所', 2, '2026-09-28 10:05')];
  const text = dutyText(notice({ count: 900, unsigned: { lines, all: 120 } }), TODAY);
  expect(text).toContain('环卫所 9 件（最早 09:00）；路灯管理所 2 件（最早 10:05）等 120 个单位。');
  expect(text).toContain('202609280000003 等');
});

test('who reads it later reads of which day it speaks', () => {
  expect(dutyText(notice(), TODAY + 1)).toMatch(/^昨天下班时还没签收/u);
  expect(dutyText(notice(), TODAY + 3)).toMatch(/^9月28日下班时还没签收/u);
});

test('an empty post is reported by the leader it fell to', () => {
  const lines = [{ role: 'leader', name: '吴建国', count: 1, oldest: at('2026-09-28 10:00') }] as const;
  expect(dutyText(notice({ unconfirmed: { lines: [...lines], all: 1 } }), TODAY)).toContain(
    '负责人吴建国 1 件',
  );
});
