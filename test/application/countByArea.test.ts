import { countByArea } from '../../shared/application/countByArea.ts';
import { countByStage } from '../../shared/application/countByStage.ts';
import type { CaseRow, RowStore } from '../../shared/application/ports.ts';
import type { Area } from '../../shared/domain/city/City.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { caseRow } from '../support/caseRow.ts';
import { smallCity, smallKnowledge, WEST } from '../support/smallCity.ts';

const STREET = '990101001';
const COMMUNITY = '990101001001';

const row = (n: number, leaf: string, change: Partial<CaseRow> = {}): CaseRow =>
  caseRow(`2026092800${String(n).padStart(5, '0')}`, leaf, change);

const keep = async (rows: readonly CaseRow[]) => {
  const store = memoryRows();
  for (const each of rows) await store.save(each, 'web:r');
  return store;
};

const plain = async (rows: Pick<RowStore, 'openInArea'>, know = smallKnowledge(), area = '990101') => {
  const { total, below, atLeast } = await countByArea(rows)(know, area);
  return [
    total.open,
    total.overdue,
    Object.fromEntries([...below].map(([at, { open }]) => [at, open])),
    atLeast,
  ];
};

describe('counts of an area', () => {
  const cell = (end: string): Area => ({
    code: WEST + end,
    name: end,
    level: 'cell',
    parent: WEST,
    kind: 'urban',
  });
  const merged = smallKnowledge({ areas: [...smallCity.areas, cell('001')] });
  const both = smallKnowledge({ areas: [...smallCity.areas, cell('001'), cell('002')] });

  test('hold what is open in a cell that is gone for its grid, as before', async () => {
    const rows = await keep([row(1, `${WEST}002`, { overdue: true })]);
    for (const know of [both, merged])
      expect(await plain(rows, know, COMMUNITY)).toEqual([1, 1, { [WEST]: 1 }, false]);
    expect(await plain(rows, both, WEST)).toEqual([1, 1, { [`${WEST}002`]: 1 }, false]);
    // In none of the cells that are left: the grid's own.
    expect(await plain(rows, merged, WEST)).toEqual([1, 1, { [WEST]: 1 }, false]);
  });

  test('hold what is open in a street that is gone for the area above that is left, and no other street', async () => {
    const rows = await keep([row(1, WEST), row(2, '990101002001001'), row(3, '880101001001001')]);
    const know = knowCity(smallCity, { streetsEver: ['880101001', STREET, '990101002'] });
    expect(await plain(rows, know)).toEqual([3, 0, { [STREET]: 1, 990101: 2 }, false]);
    expect(await plain(rows, know, STREET)).toEqual([1, 0, { [COMMUNITY]: 1 }, false]);
    // Before that version there was no such street to look at.
    expect(await plain(rows)).toEqual([1, 0, { [STREET]: 1 }, false]);
  });

  test('come from a few streets at a time, however many there are', async () => {
    const streets = Array.from({ length: 60 }, (_, i) => `990101${String(i).padStart(3, '0')}`);
    const know = knowCity(smallCity, { streetsEver: streets });
    let [asking, most] = [0, 0];
    const asked: string[] = [];
    const rows: Pick<RowStore, 'openInArea'> = {
      openInArea: async (street) => {
        asked.push(street);
        asking += 1;
        most = Math.max(most, asking);
        await new Promise((resolve) => setTimeout(resolve, 1));
        asking -= 1;
        return [row(1, `${street}001001`)];
      },
    };
    expect(await plain(rows, know)).toMatchObject([60, 0, {}, false]);
    expect(asked.toSorted()).toEqual(streets);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });

  /** Streets with so many cases each, that count what is read of them. */
  const endless = (each: number) => {
    const reads = { rows: 0 };
    const openInArea: RowStore['openInArea'] = async (street, limit, after) => {
      const from = after ? Number(after.number.slice(-5)) + 1 : 0;
      const length = Math.max(0, Math.min(limit, each - from));
      reads.rows += length;
      return Array.from({ length }, (_, i) => row(from + i, `${street}001001`));
    };
    return { openInArea, reads };
  };

  test('go on page by page, and say so where a street has more than is read of one', async () => {
    expect(await plain(endless(2_500))).toEqual([2_500, 0, { [STREET]: 2_500 }, false]);
    expect(await plain(endless(50_000))).toEqual([20_000, 0, { [STREET]: 20_000 }, true]);
  });

  test('say so where all streets together have more than is read', async () => {
    const know = knowCity(smallCity, {
      streetsEver: Array.from({ length: 30 }, (_, i) => `990101${String(i).padStart(3, '0')}`),
    });
    const rows = endless(19_999);
    const [open, , , atLeast] = await plain(rows, know);
    expect(atLeast).toBe(true);
    expect(open).toBe(rows.reads.rows);
    expect(open).toBeGreaterThanOrEqual(200_000);
    expect(open).toBeLessThan(210_000);
  });
});

test('counts by stage have a line for a street that is gone as long as something is open in it', async () => {
  const rows = await keep([
    row(1, WEST),
    row(2, '990101002001001', { overdue: true }),
    row(3, '990101003001001', { stage: 'closed' }),
  ]);
  const know = knowCity(smallCity, { streetsEver: [STREET, '990101002', '990101003'] });
  const count = countByStage({ rows, cities: { current: async () => know, at: async () => know } });
  expect(await count()).toEqual([
    { street: STREET, name: '一街道', gone: false, stages: { handling: 1 }, open: 1, overdue: 0 },
    { street: '990101002', name: '小城区', gone: true, stages: { handling: 1 }, open: 1, overdue: 1 },
  ]);
});
