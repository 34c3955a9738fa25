import fc from 'fast-check';
import { hasTurn } from '../../../shared/domain/case/answersFor.ts';
import { type TaskList, taskLists } from '../../../shared/domain/case/taskLists.ts';
import type { Area, LedgerRow } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { at } from '../../support/lifeOf.ts';
import { listHolds, ownersIn } from '../../support/listHolds.ts';
import { smallCity, smallKnowledge } from '../../support/smallCity.ts';

const NOW = at('2026-09-28 10:00');
const TODAY = { from: '2025-01-01', name: '某人', phone: '13800000000', channel: 'web' } as const;

/** A city of two streets, two communities each, two cells each; by default nobody holds anything. */
const areas: readonly Area[] = [
  { code: '9901', name: '城', level: 'city' },
  { code: '990101', name: '区', level: 'county', parent: '9901' },
  ...['001', '002'].flatMap((street): readonly Area[] => [
    { code: `990101${street}`, name: '街道', level: 'street', parent: '990101' },
    ...['001', '002'].flatMap((community): readonly Area[] => [
      { code: `990101${street}${community}`, name: '社区', level: 'community', parent: `990101${street}` },
      ...['001', '002'].map(
        (cell): Area => ({
          code: `990101${street}${community}${cell}`,
          name: '网格',
          level: 'grid',
          parent: `990101${street}${community}`,
          kind: 'urban',
          polygons: [[[[0, 0]]]],
        }),
      ),
    ]),
  ]),
];
const CODES = areas.map(({ code }) => code);
const LEAVES = areas.filter(({ polygons }) => polygons).map(({ code }) => code);
const UNITS = smallCity.units.map(({ code }) => code);
const PEOPLE = ['P1', 'P2', 'P3', 'P4'];

const held = (rows: readonly Partial<LedgerRow>[]): Knowledge =>
  smallKnowledge({ areas, ledger: rows.map((row) => ({ ...TODAY, ...row }) as LedgerRow) });

const listsOf = (person: string, ...rows: readonly Partial<LedgerRow>[]): readonly TaskList[] =>
  taskLists(person, NOW, held(rows));

test('whatever a person answers for stands in one of their lists, whoever holds what', () => {
  const post = fc.record({
    role: fc.constantFrom('supervisor', 'dispatcher', 'leader', 'handler', 'auditor') as fc.Arbitrary<
      LedgerRow['role']
    >,
    area: fc.constantFrom(...CODES),
    person: fc.constantFrom(...PEOPLE),
    unit: fc.constantFrom(...UNITS, undefined),
    to: fc.constantFrom('2026-01-01', undefined, undefined),
  });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 8 }), (rows) => {
      const know = held(rows as readonly Partial<LedgerRow>[]);
      for (const person of PEOPLE) {
        const lists = taskLists(person, NOW, know);
        for (const leaf of LEAVES)
          for (const owner of ownersIn(leaf))
            if (hasTurn(person, [owner], leaf, { now: NOW, ledger: know }))
              expect(lists.filter((list) => listHolds(list, owner, leaf))).not.toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

describe('the lists of a post', () => {
  test('are the part of its street that it is for', () => {
    const cell = LEAVES[0] ?? '';
    expect(listsOf('P1', { role: 'supervisor', area: cell, person: 'P1' })).toEqual([
      { kind: 'supervised', under: cell },
    ]);
    expect(listsOf('P1', { role: 'supervisor', area: '990101002001', person: 'P1' })).toEqual([
      { kind: 'supervised', under: '990101002001' },
    ]);
  });

  test('are one for each street where it is above them, never one for each cell', () => {
    for (const area of ['9901', '990101'])
      expect(listsOf('P1', { role: 'supervisor', area, person: 'P1' })).toEqual([
        { kind: 'supervised', under: '990101001' },
        { kind: 'supervised', under: '990101002' },
      ]);
  });

  test('of a handler are the unit’s, as far as the post reaches', () => {
    const handler = { role: 'handler', unit: 'U01', person: 'P1' } as const;
    expect(listsOf('P1', { ...handler, area: '990101002' })).toEqual([
      { kind: 'owned', owner: 'unit@U01', under: '990101002' },
    ]);
    expect(listsOf('P1', { ...handler, area: '9901' })).toEqual([
      { kind: 'owned', owner: 'unit@U01', under: '9901' },
    ]);
  });

  test('of a dispatcher are the desks that no nearer one holds', () => {
    const [above, below] = [
      { role: 'dispatcher', area: '990101', person: 'P1' },
      { role: 'dispatcher', area: '990101001', person: 'P2' },
    ] as const;
    expect(listsOf('P1', above, below)).toEqual([
      { kind: 'owned', owner: 'dispatcher@990101002', under: '990101002' },
    ]);
    expect(listsOf('P2', above, below)).toEqual([
      { kind: 'owned', owner: 'dispatcher@990101001', under: '990101001' },
    ]);
  });

  test('of a dispatcher below a street are none: the desk is the street’s', () => {
    expect(listsOf('P1', { role: 'dispatcher', area: '990101001001', person: 'P1' })).toEqual([]);
  });

  test('of the leader of an area are all that is open there; of a unit’s leader only the unit’s', () => {
    const area = { role: 'leader', area: '990101001', person: 'P1' } as const;
    const unit = { role: 'leader', area: '990101001', unit: 'U03', person: 'P2' } as const;
    expect(listsOf('P1', area, unit)).toEqual([
      { kind: 'owned', owner: 'leader@990101001', under: '990101001' },
      { kind: 'open', under: '990101001' },
    ]);
    expect(listsOf('P2', area, unit)).toEqual([{ kind: 'owned', owner: 'unit@U03', under: '990101001' }]);
  });

  test('that is over, or that has no tasks, are none', () => {
    expect(listsOf('P1', { role: 'auditor', area: '990101', person: 'P1' })).toEqual([]);
    expect(listsOf('P1', { role: 'supervisor', area: '990101001', person: 'P1', to: '2026-09-27' })).toEqual(
      [],
    );
  });
});
