import { type Fault, printFault } from '../../shared/city/Fault.ts';
import { foldFaults } from '../../shared/city/foldFaults.ts';

const dateAt = (line: number, field = 'from'): Fault => ({
  file: 'ledger.csv',
  line,
  what: `${field}：“${line}日”不是日期`,
  remedy: '写成 2026-01-31',
  field,
});
const lines = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('one mistake in many lines', () => {
  test('up to ten are told one by one', () => {
    const faults = lines(2, 11).map((line) => dateAt(line));
    expect(foldFaults(faults)).toEqual(faults.map(printFault));
  });

  test('of more the first five, then the lines of all others', () => {
    const faults = [...lines(2, 140), 152, 160, 161].map((line) => dateAt(line));
    expect(foldFaults(faults)).toEqual([
      ...faults.slice(0, 5).map(printFault),
      'ledger.csv:7: from：“7日”不是日期；同样的共 137 处：第 7–140、152、160–161 行。写成 2026-01-31。',
    ]);
  });

  test('another column, another file and another remedy are another mistake', () => {
    const faults = lines(2, 9).flatMap((line): readonly Fault[] => [
      dateAt(line),
      dateAt(line, 'to'),
      { ...dateAt(line), file: 'places.csv' },
      { ...dateAt(line), remedy: '补上它' },
    ]);
    expect(foldFaults(faults)).toHaveLength(32);
  });

  test('what says more than its line is never folded, nor are faults that share one', () => {
    const overlaps = lines(2, 40).map((line): Fault => {
      const { field: _field, ...fault } = dateAt(line);
      return fault;
    });
    expect(foldFaults(overlaps)).toHaveLength(39);
    expect(foldFaults(lines(2, 40).map((n) => ({ ...dateAt(n), line: 1 })))).toHaveLength(39);
  });

  test('a hundred thousand scattered lines stay readable, and none is lost', () => {
    const faults = Array.from({ length: 100_000 }, (_, i) => dateAt(2 * i + 2));
    const told = foldFaults(faults);
    expect(told).toHaveLength(5 + 1000);
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(1000);
    const named = told.slice(5).flatMap((line) => (/第 (.*) 行/u.exec(line)?.[1] ?? '').split('、'));
    expect(named).toEqual(faults.slice(5).map(({ line }) => String(line)));
  });
});
