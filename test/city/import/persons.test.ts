import { csv, importLedgerFile, KEEPER, keeper, sheet } from './ledgerSheet.ts';
import { eachWorkplace } from './workplace.ts';

const place = eachWorkplace();

const ledger = importLedgerFile(place);

describe('persons', () => {
  test('keep the id they had, and otherwise get one that never changes', async () => {
    const rows = [keeper({ 2: '新来的', 3: '13900000000' }), keeper({ 2: '没电话', 3: '' })];
    const first = await ledger('a.xlsx', sheet(...rows));
    const again = await ledger('b.xlsx', sheet(...rows.reverse()), '--yes');
    const ids = (lines: readonly string[] = []) => lines.map((line) => line.split(',')[3]).toSorted();
    expect(ids(first.rows)).toEqual([
      'L001',
      expect.stringMatching(/^P[0-9a-f]{10}$/u),
      expect.stringMatching(/^P/u),
    ]);
    expect(ids(again.rows)).toEqual(ids(first.rows));
    expect(first.said).toContain('没有人员编号也没有电话，按姓名和区域编了号');
  });

  test('of one name are told apart by phone, and otherwise not guessed', async () => {
    const twins = ['13900000001', '13900000002'].map((phone) => [
      '990101',
      '负责人',
      '张伟',
      phone,
      '',
      '2025-01-01',
      '',
    ]);
    const unsure = await ledger('a.xlsx', sheet(...twins, keeper({ 4: '张伟' })));
    expect(unsure.said).toContain(
      'a.xlsx 台账!E5: 注意：叫“张伟”的有 2 人，上级没有写上。写人员编号，或在姓名后面写电话。',
    );
    const sure = await ledger('b.xlsx', sheet(...twins, keeper({ 4: '张伟（13900000002）' })), '--yes');
    const id = sure.rows?.[2]?.split(',')[3];
    expect(sure.rows?.[3]).toBe(KEEPER.replace('L001', id ?? '?'));
  });

  test('with another phone are not taken for those of the old ledger, but that is told', async () => {
    const { said, rows } = await ledger(
      'a.csv',
      csv(keeper({ 3: '13999999999' }) as string[], keeper({ 0: '990101001001002' }) as string[]),
    );
    expect(said).toContain(
      'a.csv:3: 注意：原来的台账里也有李建国（S001），电话不同，当作另一个人。是同一个人就在人员编号列写 S001。',
    );
    expect(rows?.map((row) => row.split(',')[3])).toEqual(['L001', expect.stringMatching(/^P/u), 'S001']);
  });

  test('in the new ledger are meant before those of the old one', async () => {
    const file = csv(keeper() as string[]).replace('13800010001', '13888888888');
    const [leader = '', post = ''] = (await ledger('a.csv', file)).rows ?? [];
    expect(leader.split(',')[3]).toMatch(/^P/u);
    expect(post.split(',')[8]).toBe(leader.split(',')[3]);
  });

  test('of one name with several posts are one', async () => {
    const again = ['990101001', '负责人', '王秀英', '13800010001', '', '2025-01-01', ''];
    expect((await ledger('a.csv', csv(again, keeper() as string[]))).rows?.[2]).toBe(KEEPER);
  });

  test('a superior nobody knows is told', async () => {
    const { said, rows } = await ledger('a.xlsx', sheet(keeper({ 4: '赵不在' })));
    expect(said).toContain('上级“赵不在”不在台账里，没有写上');
    expect(rows?.[1]).toBe(KEEPER.replace('L001', ''));
  });

  test.each(['站岗的', '不是网格员'])('the post %s is no role', async (role) => {
    const { said, rows } = await ledger('a.xlsx', sheet(keeper({ 1: role })));
    expect([said, rows?.length]).toEqual([
      expect.stringContaining(`台账!B3: 跳过：不认识的岗位“${role}”。写 网格监督员、派遣员`),
      1,
    ]);
  });
});
