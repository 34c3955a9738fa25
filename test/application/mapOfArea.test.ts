import { mapOfArea } from '../../shared/application/mapOfArea.ts';
import type { CaseRow } from '../../shared/application/ports.ts';
import { caseRow as row } from '../support/caseRow.ts';
import { EAST, smallCity, smallKnowledge, WEST } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

const setUp = async (rows: readonly CaseRow[], know = smallKnowledge()) => {
  const world = smallWorld(know);
  for (const each of rows) await world.rows.save(each, 'web:r1');
  const asked: string[] = [];
  const look = mapOfArea({
    ...world,
    rows: {
      openInArea: (street, ...page) => {
        asked.push(street);
        return world.rows.openInArea(street, ...page);
      },
    },
  });
  return { look, asked };
};

const ROWS = [
  row('202609280000011', WEST),
  row('202609280000022', WEST, { overdue: true }),
  row('202609280000033', EAST),
  row('202609280000044', EAST, { stage: 'closed' }),
];
const figures = (map: Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['look']>>) =>
  map.below.map(({ area, open, overdue }) => [area.code, open, overdue]);

describe('the map of an area', () => {
  test.each([
    [undefined, ['990101'], [['990101001', 3, 1]]],
    ['990101', ['990101'], [['990101001', 3, 1]]],
    ['990101001', ['990101', '990101001'], [['990101001001', 3, 1]]],
    [
      '990101001001',
      ['990101', '990101001', '990101001001'],
      [
        [WEST, 2, 1],
        [EAST, 1, 0],
      ],
    ],
  ])('below %s counts what is open and overdue', async (code, path, below) => {
    const { look } = await setUp(ROWS);
    const map = await look(code);
    expect(map.path.map((area) => area.code)).toEqual(path);
    expect(figures(map)).toEqual(below);
    expect([map.total, map.atLeast]).toEqual([{ open: 3, overdue: 1 }, false]);
  });

  test('of a leaf is that of the area above it, of an area that is gone that of the one above that is left', async () => {
    const { look } = await setUp(ROWS);
    expect((await look(WEST)).path.at(-1)?.code).toBe('990101001001');
    expect((await look('990101001777')).path.at(-1)?.code).toBe('990101001');
    expect((await look('123')).path.map(({ code }) => code)).toEqual(['990101']);
  });

  test('counts a case of a cell that is no more for the area above that is left', async () => {
    const { look } = await setUp([row('202609280000011', '990101001001777')]);
    expect(figures(await look('990101001'))).toEqual([['990101001001', 1, 0]]);
    const community = await look('990101001001');
    expect(community.total).toEqual({ open: 1, overdue: 0 });
    expect(community.below.map(({ open }) => open)).toEqual([0, 0]);
  });

  test('of a community reads the list of its street and no other', async () => {
    const other = { code: '990101002', name: '二街道', level: 'street', parent: '990101' } as const;
    const leaf = { code: '990101002001001', name: '格', level: 'grid', parent: '990101002' } as const;
    const { look, asked } = await setUp(ROWS, smallKnowledge({ areas: [...smallCity.areas, other, leaf] }));
    await look('990101001001');
    expect(asked).toEqual(['990101001']);
    await look(undefined);
    expect(asked.slice(1).sort()).toEqual(['990101001', '990101002']);
  });

  test('tells vacancies at every level: below, and those that concern all of it', async () => {
    const gone = (...persons: string[]) =>
      smallKnowledge({ ledger: smallCity.ledger.filter(({ person }) => !persons.includes(person)) });
    const { look } = await setUp([], gone('S2', 'H1'));
    const kinds = async (code: string) => {
      const { below, own } = await look(code);
      return [below.map(({ vacancies }) => vacancies.map(({ kind }) => kind)), own.map(({ kind }) => kind)];
    };
    expect(await kinds('990101')).toEqual([[['supervisor']], ['unit']]);
    expect(await kinds('990101001')).toEqual([[['supervisor']], ['unit']]);
    expect(await kinds('990101001001')).toEqual([[['supervisor'], []], ['unit']]);
    const map = await look('990101001001');
    expect(map.below[0]?.area.code).toBe(EAST);
  });
});
