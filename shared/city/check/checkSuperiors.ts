import type { LedgerRow } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, entriesOf } from './Draft.ts';
import { findRings } from './findRings.ts';
import { nameRing } from './nameRing.ts';

/** Every chain of superiors ends with somebody who answers for the whole city, and none goes round. */
export const checkSuperiors: Check = (draft) => {
  const rows = draft.city.ledger ?? [];
  const above = superiorsOf(rows);
  const rings = findRings(new Map([...above].map(([person, links]) => [person, new Set(links.keys())]))).map(
    (ring): Finding => ({
      at: ['ledger', lastOf(ring, above)],
      what: `上级绕成了圈：${nameRing(ring)}`,
      remedy: '改正其中一行的 superior',
    }),
  );
  const root = draft.city.areas?.find((area) => area.parent === undefined)?.code;
  if (root === undefined || draft.partial.has('areas')) return rings;
  const orphans = [...entriesOf(draft, 'ledger').entries()].filter(
    ([, { sound, bad }]) =>
      sound.superior === undefined && !bad.has('superior') && sound.area !== undefined && sound.area !== root,
  );
  return [
    ...rings,
    ...orphans.map(
      ([i, { sound }]): Finding => ({
        at: ['ledger', i, 'superior'],
        what: `${[sound.person, sound.name].filter(Boolean).join(' ')}没有上级，而所在区域 ${sound.area} 不是最上级`,
        remedy: '写上 superior',
        ofLine: true,
      }),
    ),
  ];
};

/** The last of the rows that close the ring. */
const lastOf = (ring: readonly string[], above: Links): number =>
  ring.reduce(
    (last, person, i) => Math.max(last, above.get(person)?.get(ring[i + 1] ?? ring[0] ?? '') ?? 0),
    0,
  );

type Links = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The superiors of each person, with the last row that says so. */
const superiorsOf = (rows: readonly LedgerRow[]): Links => {
  const above = new Map<string, Map<string, number>>();
  for (const [i, { person, superior }] of rows.entries()) {
    const known = above.get(person) ?? new Map<string, number>();
    if (superior !== undefined) known.set(superior, i);
    above.set(person, known);
  }
  return above;
};
