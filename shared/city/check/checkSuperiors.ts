import type { LedgerRow } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { findRings } from './findRings.ts';

/** Every chain of superiors ends with somebody who answers for the whole city, and none goes round. */
export const checkSuperiors: Check = (draft) => {
  const rows = draft.city.ledger ?? [];
  const rings = findRings(superiorsOf(rows)).map((ring): Finding => {
    const names = [...ring, ring[0]].join(' → ');
    const at = rows.findLastIndex((row) => ring.includes(row.person) && ring.includes(row.superior ?? ''));
    return { at: ['ledger', at], what: `上级绕成了圈：${names}`, remedy: '改正其中一行的 superior' };
  });
  const root = draft.city.areas?.find((area) => area.parent === undefined)?.code;
  if (root === undefined || draft.partial.has('areas')) return rings;
  const orphans = [...rows.entries()].filter(([, row]) => row.superior === undefined && row.area !== root);
  return [
    ...rings,
    ...orphans.map(
      ([i, row]): Finding => ({
        at: ['ledger', i],
        what: `${row.person} ${row.name}没有上级，而所在区域 ${row.area} 不是最上级`,
        remedy: '写上 superior',
      }),
    ),
  ];
};

const superiorsOf = (rows: readonly LedgerRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const above = new Map<string, Set<string>>();
  for (const { person, superior } of rows) {
    const known = above.get(person) ?? new Set();
    if (superior !== undefined) known.add(superior);
    above.set(person, known);
  }
  return above;
};
