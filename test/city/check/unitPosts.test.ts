import { printFault } from '../../../shared/city/Fault.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import { filesOf, TODAY, withChange } from '../smallCity.ts';

const HANDLER = '990101,handler,U03,H001,刘志强,13800010004,web,,L001,2025-01-01,';

const notes = (row: string): readonly string[] => {
  const { faults, notes: told } = readCity(filesOf(withChange('ledger.csv', HANDLER, row)), TODAY);
  expect(faults).toEqual([]);
  return told.map(printFault);
};

const REMEDY = '在 ledger.csv 里为它补一行 handler。';
const said = (days: string): string =>
  `units.csv:3: U03 在全市 990101 小城主办事项，${days}却没有 handler 或 leader，件会转给区域的 leader。${REMEDY}`;

describe('a unit that leads a service and has nobody', () => {
  test.each([
    ['for ever', HANDLER.replace('handler', 'expert'), [said('从 2026-09-28 起')]],
    ['from some day on', `${HANDLER}2026-12-31`, [said('从 2027-01-01 起')]],
    ['for a while', HANDLER.replace('2025-01-01', '2026-10-01'), [said('在 2026-09-28 至 2026-09-30 ')]],
    ['in the past only', `${HANDLER.replace('2025', '2026')}`, []],
    ['but a leader', HANDLER.replace('handler', 'leader'), []],
    ['but somebody below', HANDLER.replace('990101,', '990101001001002,'), []],
  ])('%s is worth a note, and no fault', (_name, row, lines) => {
    expect(notes(row)).toEqual(lines);
  });
});
