import type { Finding } from '../Fault.ts';
import { type Check, entriesOf, knows, repeated } from './Draft.ts';
import { findRings } from './findRings.ts';
import { nameRing } from './nameRing.ts';

/** Codes once each; parents that exist and do not go round. */
export const checkUnits: Check = (draft) => {
  const units = draft.city.units ?? [];
  const entries = entriesOf(draft, 'units');
  const above = new Map(
    units.map(({ code, parent }) => [code, new Set(parent === undefined ? [] : [parent])]),
  );
  return [
    ...repeated(entries, ({ sound }) => sound.code).map(
      ([i, { sound }]): Finding => ({
        at: ['units', i, 'code'],
        what: `单位编码 ${sound.code} 用了两次`,
        remedy: '每个单位一个编码',
        ofLine: true,
      }),
    ),
    ...entries.flatMap(({ sound: { parent } }, i): readonly Finding[] =>
      parent === undefined || knows(draft, 'units', parent)
        ? []
        : [
            {
              at: ['units', i, 'parent'],
              what: `没有编码为 ${parent} 的上级单位`,
              remedy: '改正 parent，或补上那个单位',
              ofLine: true,
            },
          ],
    ),
    ...findRings(above).map(
      (ring): Finding => ({
        at: ['units', lastIndexOf(units, ring)],
        what: `上级单位绕成了圈：${nameRing(ring)}`,
        remedy: '让其中一个的 parent 空着或改为真正的上级',
      }),
    ),
  ];
};

const lastIndexOf = (units: readonly { readonly code: string }[], ring: readonly string[]): number => {
  const codes = new Set(ring);
  return units.findLastIndex(({ code }) => codes.has(code));
};
