import type { CasePanelAnswer } from '../../../../infra/local/control/CasePanelAnswer.ts';
import { casePanel } from '../../../../infra/local/control/casePanel.ts';
import type { Case } from '../../../../shared/domain/case/Case.ts';
import { lifeOf, NUMBER, report, staff } from '../../../support/lifeOf.ts';
import { knowLoop, STREET } from '../../../support/loopCity.ts';

const know = knowLoop();
type Life = ReturnType<typeof lifeOf>;

const panelOf = async (life: Life, changed: Partial<Case> = {}): Promise<CasePanelAnswer> => {
  const cases = { load: async () => ({ ...life.state, ...changed }), history: async () => life.history };
  const panel = await casePanel(
    {
      store: { cases } as never,
      cities: { current: async () => know, at: async () => know },
      clock: { now: () => life.now } as never,
    },
    NUMBER,
  );
  if (!panel) throw new Error('There is no such case');
  return panel;
};
const turnsIn = async (life: Life, changed: Partial<Case> = {}) =>
  (await panelOf(life, changed)).turns.map(({ people }) => people.map(({ conversation }) => conversation));

const handled = (): Life =>
  lifeOf(know)
    .when(report())
    .when({ type: 'verify' }, staff('S1'))
    .when({ type: 'sign' }, staff('H3', 'handler'));

test('says by name whose turn it is, and how their phone is opened', async () => {
  const life = lifeOf(know).when(report());
  const { turns } = await panelOf(life);
  expect(turns).toEqual([
    {
      ownerName: expect.stringContaining('网格员'),
      people: [
        {
          role: '网格员',
          kind: 'supervisor',
          name: '姓名S1',
          where: expect.any(String),
          conversation: 'web:S1',
          open: { post: { role: 'supervisor', area: life.state.leaf, person: 'S1' } },
        },
      ],
    },
  ]);
});

test('a returned case is at the desk: anybody there may act', async () => {
  const life = handled().when({ type: 'return', reason: '不归我们' }, staff('H3', 'handler'));
  expect(life.state.owner).toBe(`dispatcher@${STREET}`);
  expect(await turnsIn(life)).toEqual([['web:D1', 'web:D2']]);
});

test('a unit that helps and who must approve have a turn beside the owner', async () => {
  const life = handled()
    .when({ type: 'cohandle', unit: 'U01', reason: '要清场' }, staff('H3', 'handler'))
    .when({ type: 'extend', by: '1wd', reason: '等厂家' }, staff('H3', 'handler'));
  const [owner, helper, approver] = await turnsIn(life);
  expect([owner, helper]).toEqual([['web:H3', 'web:H4'], ['web:H1']]);
  expect(approver?.length).toBeGreaterThan(0);
  const { shown } = await panelOf(life);
  expect(shown.request).toMatchObject({ unit: 'U03', by: '1wd', reason: '等厂家' });
  expect(shown.clocks.map(({ name }) => name)).toEqual(expect.arrayContaining(['stage', 'request']));
});

test('who of a unit has the task comes first', async () => {
  const life = handled().when({ type: 'transfer', to: { person: 'H4' } }, staff('H3', 'handler'));
  expect(await turnsIn(life)).toEqual([['web:H4', 'web:H3']]);
});

test('experts are asked who have not answered yet', async () => {
  const life = lifeOf(know)
    .when(report())
    .when({ type: 'consult', question: '地基为什么下沉？' }, staff('S1'));
  expect(life.state.stage).toBe('consulting');
  expect(await turnsIn(life)).toEqual([['web:E1', 'web:E2', 'web:E3']]);
  const answered = life.when({ type: 'opine', accept: true, words: '要先勘察' }, staff('E2', 'expert'));
  expect(await turnsIn(answered)).toEqual([['web:E1', 'web:E3']]);
});

test('a resident’s turn opens the phone of their own conversation; one who is not on the page has none', async () => {
  const life = lifeOf(know).when(report()).when({ type: 'ask', question: '是哪一盏？' }, staff('S1'));
  const { turns, shown } = await panelOf(life);
  expect(turns[0]?.people).toMatchObject([{ role: '居民', open: { resident: 'web:r-1' } }]);
  expect(shown.paused).toMatchObject({ kind: 'material', words: '是哪一盏？' });
  const far = await panelOf(life, { owner: 'resident@wechaty:wxid_1' });
  expect(far.turns[0]?.people[0]).not.toHaveProperty('open');
  const ofStaff = await panelOf(life, { owner: 'resident@web:S2' });
  expect(ofStaff.turns[0]?.people).toMatchObject([{ name: '姓名S2', open: { post: { person: 'S2' } } }]);
});

test('what ended is nobody’s turn; merged cases are named by number', async () => {
  const life = lifeOf(know).when(report()).when({ type: 'decline', reason: '现场没有发现' }, staff('S1'));
  expect(await panelOf(life, { joined: [{ number: '202609280000002', reporter: 'web:r-2' }] })).toMatchObject(
    {
      turns: [],
      merged: ['202609280000002'],
    },
  );
});
