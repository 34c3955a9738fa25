import type { LedgerRow } from '../../../shared/domain/city/City.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { reportedTo } from '../../../shared/domain/duty/reportedTo.ts';
import type { Leave } from '../../../shared/domain/ledger/Staffing.ts';
import { smallCity, WEST } from '../../support/smallCity.ts';

const NOW = Date.parse('2026-09-28T17:31:00+08:00');
const know = (change: (row: LedgerRow) => LedgerRow | undefined, leaves: readonly Leave[] = []) =>
  knowCity(
    { ...smallCity, ledger: smallCity.ledger.flatMap((row) => change(row) ?? []) },
    { staffing: { bindings: {}, leaves } },
  );
const same = (row: LedgerRow): LedgerRow => row;
const superiors = (...given: Parameters<typeof know>) =>
  reportedTo(`supervisor@${WEST}`, WEST, NOW, know(...given)).superiors;

test('a unit is reported to its leader, a supervisor to the superior the ledger names', () => {
  expect(reportedTo('unit@U03', WEST, NOW, know(same)).superiors).toEqual(['L3']);
  expect(superiors(same)).toEqual(['L1']);
});

test('who is away is stood in for', () => {
  const away = { person: 'L3', from: '2026-09-28', to: '2026-09-28' };
  const withDeputy = (row: LedgerRow) => (row.person === 'L3' ? { ...row, deputy: 'H1' } : row);
  expect(reportedTo('unit@U03', WEST, NOW, know(withDeputy, [away])).superiors).toEqual(['H1']);
});

test('nobody is reported to themselves: it goes to the one above', () => {
  // S1 is away and L3, who is S1's superior, stands in.
  const rows = (row: LedgerRow) => (row.person === 'S1' ? { ...row, superior: 'L3', deputy: 'L3' } : row);
  expect(superiors(rows, [{ person: 'S1', from: '2026-09-28' }])).toEqual(['L1']);
  expect(superiors(rows)).toEqual(['L3']);
});

test('a post that nobody holds falls to the leaders of the area; above them there may be nobody', () => {
  const without = (row: LedgerRow) => (row.person === 'S1' ? undefined : row);
  const { holders, superiors: above } = reportedTo(`supervisor@${WEST}`, WEST, NOW, know(without));
  expect([holders.map(({ person }) => person), above]).toEqual([['L1'], []]);
});

test('superiors in a ring end nowhere, and not never', () => {
  const ring = (row: LedgerRow) => {
    if (row.person === 'S1') return { ...row, superior: 'S1' };
    return row;
  };
  expect(superiors(ring)).toEqual([]);
});
