import { viewCase } from '../../../functions/case/viewCase.ts';
import { type Looker, lookerOf } from '../../../shared/application/lookerOf.ts';
import { caseAnswerSchema } from '../../../shared/contracts/caseAnswer.ts';
import type { Case, Task } from '../../../shared/domain/case/Case.ts';
import { at, lifeOf, report, staff } from '../../support/lifeOf.ts';
import { smallCity, smallKnowledge, WEST } from '../../support/smallCity.ts';

/** One more unit, for a case with a third party to it. */
const know = smallKnowledge({
  units: [...smallCity.units, { code: 'U09', name: '燃气公司', phone: '021-9', channel: 'web' }],
  ledger: [
    ...smallCity.ledger,
    {
      role: 'handler',
      area: '990101',
      unit: 'U09',
      person: 'H9',
      name: '姓名H9',
      phone: '1',
      channel: 'web',
      from: '2025-01-01',
    },
    {
      role: 'expert',
      area: '990101',
      person: 'E1',
      name: '姓名E1',
      phone: '1',
      channel: 'web',
      from: '2025-01-01',
    },
  ],
});

const SECRET = '13812345678';
const life = lifeOf(know)
  .when(report({ text: `路灯坏了，打我电话${SECRET}` }))
  .when({ type: 'verify' }, staff('S1'))
  .when({ type: 'sign' }, staff('H3', 'handler'))
  .when({ type: 'cohandle', unit: 'U01', reason: '要清场' }, staff('H3', 'handler'))
  .when({ type: 'sign' }, staff('H1', 'handler'))
  .when({ type: 'transfer', to: { person: 'H3' } }, staff('H3', 'handler'))
  .when({ type: 'extend', by: '1wd', reason: '等厂家' }, staff('H3', 'handler'));
const { state, history, now } = life;

const view = (conversation: string, seen: Case = state) => {
  const person = know.personOf(conversation);
  const looker = lookerOf({ conversation, ...(person === undefined ? {} : { person }) }, seen, {
    now,
    ledger: know,
  });
  if (!looker) return undefined;
  const own = seen.reporter === conversation;
  return caseAnswerSchema.parse(viewCase(seen, history, { looker, own, know, rules: know }));
};
const unitsFor = (conversation: string) => view(conversation)?.tasks.map(({ unit }) => unit);
const clocksFor = (conversation: string) => view(conversation)?.clocks.map(({ name }) => name);

test('the resident sees units, statuses and limits, and no name of the staff', () => {
  const seen = view('web:r-1');
  expect(seen?.tasks).toEqual([
    { unit: 'U03', unitName: '路灯管理所', share: 'lead', status: 'handling', statusName: '处置中' },
    { unit: 'U01', unitName: '环卫所', share: 'assist', status: 'handling', statusName: '处置中' },
  ]);
  expect(clocksFor('web:r-1')).toEqual(['stage', 'task:U01']);
  expect(seen?.request).toBeUndefined();
  expect(JSON.stringify(seen)).not.toMatch(/姓名|H3|web:/u);
});

test('a unit that helps sees its own part; the one that leads sees who helps, and what it asked for', () => {
  expect(unitsFor('web:H1')).toEqual(['U01']);
  expect(clocksFor('web:H1')).toEqual(['stage', 'task:U01']);
  expect(view('web:H1')?.request).toBeUndefined();
  expect(unitsFor('web:H3')).toEqual(['U03', 'U01']);
  expect(view('web:H3')?.request).toMatchObject({ kind: 'extend', by: '1wd', reason: '等厂家' });
  expect(view('web:L3')?.tasks[0]).toMatchObject({ unit: 'U03', personName: '姓名H3' });
});

test('whoever answers for the place sees it all', () => {
  for (const office of ['web:S1', 'web:D1', 'web:L1']) {
    expect(unitsFor(office)).toEqual(['U03', 'U01']);
    expect(clocksFor(office)).toEqual(['stage', 'task:U01', 'request']);
    expect(view(office)?.request).toMatchObject({ approverName: '一街道的派遣员' });
  }
});

test('nobody is told who reported it, and what they wrote is masked for everybody', () => {
  for (const anybody of ['web:r-1', 'web:S1', 'web:H1', 'web:H3', 'web:D1'])
    expect(JSON.stringify(view(anybody))).not.toMatch(/r-1|13812345678/u);
  expect(view('web:H1')?.text).toBe('路灯坏了，打我电话138****5678');
});

test('for others it does not exist: another resident, a unit without a part, the unit that is complained about', () => {
  expect(view('web:r-2')).toBeUndefined();
  expect(view('web:H9')).toBeUndefined();
  const accused = { ...state, about: 'U01' };
  expect(view('web:H1', accused)).toBeUndefined();
  expect(view('web:H3', accused)).toBeDefined();
});

test('those whose cases were merged into it see it, but not what the first one wrote', () => {
  const joined = { ...state, joined: [{ number: '202609280000002', reporter: 'web:r-2' }] };
  expect(view('web:r-2', joined)).toMatchObject({ joined: 1, tasks: [{ unit: 'U03' }, { unit: 'U01' }] });
  expect(view('web:r-2', joined)?.text).toBeUndefined();
  expect(view('web:r-2', { ...joined, promise: '我承诺三天内补齐' })?.promise).toBeUndefined();
});

test('an expert who is asked sees it while they are', () => {
  expect(view('web:E1')).toBeUndefined();
  const consulting: Case = { ...state, stage: 'consulting', owner: 'expert@990101' };
  expect(view('web:E1', consulting)?.tasks).toHaveLength(2);
});

test('staff who reported it themselves see it as staff where it is theirs, and else as anybody', () => {
  const ofStaff = { ...state, reporter: 'web:H9' };
  expect(view('web:H9', ofStaff)).toMatchObject({ text: expect.any(String) });
  expect(JSON.stringify(view('web:H9', ofStaff))).not.toMatch(/姓名/u);
  expect(view('web:S1', { ...state, reporter: 'web:S1' })?.request).toBeDefined();
});

test('a limit says why it ends when it does, with what was added to it', () => {
  const granted = life.when({ type: 'approve' }, staff('D1', 'dispatcher')).state;
  const [clock] = view('web:r-1', granted)?.clocks ?? [];
  expect(clock).toMatchObject({ limit: 'handle', stepName: '办好', ownerName: '路灯管理所', overdue: false });
  expect(clock?.explained).toContain('从 09月28日 10:00 起 2 个工作日');
  expect(clock?.explained).toContain('延期 1 个工作日');
});

test('what stands still, is owed, merged or listed is said, with its dates', () => {
  const since = at('2026-09-28 11:00');
  const odd: Case = {
    ...state,
    stage: 'waiting',
    pause: { kind: 'material', since, stage: 'handling', owner: 'unit@U03', words: `哪一盏？${SECRET}` },
    owed: [
      {
        code: 'b',
        name: '租房合同',
        clock: { ...(state.clock as NonNullable<Case['clock']>), limit: 'owe' },
      },
    ],
    promise: '三天内补齐',
    into: '202609280000009',
    listed: { unit: 'U03', at: since, due: at('2026-10-15 17:30') },
  };
  expect(view('web:r-1', odd)).toMatchObject({
    paused: { kind: 'material', since, sinceText: '09月28日 11:00', words: '哪一盏？138****5678' },
    owed: [{ code: 'b', name: '租房合同' }],
    promise: '三天内补齐',
    into: '202609280000009',
    listed: { unit: 'U03', unitName: '路灯管理所', dueText: '10月15日 17:30' },
  });
});

test('each line of the history has the hash of its entry', () => {
  const hashes = new Set(history.map(({ hash }) => hash));
  const lines = view('web:S1')?.history ?? [];
  expect(lines.length).toBeGreaterThan(4);
  for (const { hash } of lines) expect(hashes.has(hash)).toBe(true);
});

test('a unit that gave its task back, or was let go, still sees its part and no other', () => {
  const tasks: readonly Task[] = [
    { unit: 'U03', share: 'lead', status: 'handling', rule: 'x' },
    { unit: 'U01', share: 'assist', status: 'returned', rule: 'x' },
    { unit: 'U09', share: 'assist', status: 'released', rule: 'x' },
  ];
  const seen = (conversation: string) =>
    view(conversation, { ...state, tasks })?.tasks.map(({ unit }) => unit);
  expect([seen('web:H1'), seen('web:H9')]).toEqual([['U01'], ['U09']]);
});

test('a leader who stands in for a unit that nobody is left of sees it by the place', () => {
  const looker: Looker | undefined = lookerOf(
    { conversation: 'web:L1', person: 'L1' },
    { ...state, owner: 'unit@U77', leaf: WEST },
    { now, ledger: know },
  );
  expect(looker).toEqual({ kind: 'office' });
});
