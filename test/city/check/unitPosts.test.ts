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

describe('a unit to which no rule leads, or which only assists', () => {
  const ledgerWith = (texts: Readonly<Record<string, string>>, row: string) => ({
    ...texts,
    'ledger.csv': `${texts['ledger.csv']}${row}\n`,
  });
  const notesOf = (texts: Readonly<Record<string, string>>): readonly string[] => {
    const { faults, notes: told } = readCity(filesOf(texts), TODAY);
    expect(faults).toEqual([]);
    return told.map(printFault);
  };
  const withUnit = withChange('units.csv', 'U03,', 'U09,养护站,,,web\nU03,');
  const row = (to: string): string => `990101,handler,U09,H009,何平,,web,,L001,2025-01-01,${to}`;
  const soon = (day: string): string =>
    `units.csv:3: U09 养护站现在有人，从 ${day} 起却没有 handler 或 leader，件会转给区域的 leader。${REMEDY}`;

  test.each([
    ['loses its last people within thirty days', '2026-10-27', [soon('2026-10-28')]],
    ['on the last of those days', '2026-10-28', []],
    ['keeps them longer', '2026-11-30', []],
    ['keeps them', '', []],
    ['lost them long ago', '2026-09-01', []],
  ])('is told when it %s', (_name, to, lines) => {
    expect(notesOf(ledgerWith(withUnit, row(to)))).toEqual(lines);
  });

  test('is told when it assists where it has nobody', () => {
    const texts = { ...withUnit, 'routes.csv': `${withUnit['routes.csv']}01037,990101,U09,assist\n` };
    expect(notesOf(texts)).toEqual([
      `units.csv:3: U09 在全市 990101 小城协办事项，从 2026-09-28 起却没有 handler 或 leader，件会转给区域的 leader。${REMEDY}`,
    ]);
  });
});
