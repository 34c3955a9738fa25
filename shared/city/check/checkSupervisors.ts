import type { Area, LedgerRow } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';

const FOREVER = '9999-12-31';
/** There are seven levels; a ring of parents, told elsewhere, must not be walked for ever. */
const DEEPEST = 7;

/** Every leaf has a supervisor today, its own or that of an area above, and no area ever has two at once. */
export const checkSupervisors: Check = ({ city, partial, today }) => {
  if (!city.ledger) return [];
  const rows = [...city.ledger.entries()].filter(([, row]) => row.role === 'supervisor');
  const areas = city.areas && !partial.has('areas') && !partial.has('ledger') ? city.areas : [];
  return [
    ...missing(
      areas,
      rows.map(([, row]) => row),
      today,
    ),
    ...doubled(rows),
  ];
};

const missing = (areas: readonly Area[], rows: readonly LedgerRow[], today: string): readonly Finding[] => {
  const held = new Set(rows.filter((row) => mayHold(row, today)).map((row) => row.area));
  const parents = new Map(areas.map((area) => [area.code, area.parent]));
  const covered = (code: string, depth = 0): boolean => {
    const parent = parents.get(code);
    return held.has(code) || (parent !== undefined && depth < DEEPEST && covered(parent, depth + 1));
  };
  return [...areas.entries()].flatMap(([i, { code, name, polygons }]): readonly Finding[] =>
    !polygons || covered(code)
      ? []
      : [
          {
            at: ['areas', i, 'code'],
            what: `网格 ${code} ${name}在 ${today} 没有网格监督员`,
            remedy: '在 ledger.csv 里为它补一行 supervisor',
          },
        ],
  );
};

/** A term that ends before it begins is told of elsewhere: it was meant to hold. */
const mayHold = ({ from, to = FOREVER }: LedgerRow, today: string): boolean =>
  to < from || (from <= today && to >= today);

const doubled = (rows: readonly (readonly [number, LedgerRow])[]): readonly Finding[] => {
  const byArea = Map.groupBy(rows, ([, row]) => row.area);
  return [...byArea.values()].flatMap((posts) => {
    const inOrder = posts.toSorted(([, a], [, b]) => (a.from < b.from ? -1 : 1));
    return inOrder.flatMap(([i, row], n): readonly Finding[] => {
      const before = inOrder[n - 1];
      if (!before || (before[1].to ?? FOREVER) < row.from) return [];
      const [later, other] = i > before[0] ? [[i, row] as const, before[1]] : [before, row];
      return [
        {
          at: ['ledger', later[0]],
          what: `网格 ${row.area} 从 ${row.from} 起同时有两名监督员：${other.person} 和 ${later[1].person}`,
          remedy: '前任的 to 写到后任上任的前一天',
        },
      ];
    });
  });
};
