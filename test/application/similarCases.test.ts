import { keepSolved } from '../../shared/application/keepSolved.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import { rebuildRows } from '../../shared/application/projectCase.ts';
import { similarCases, WEIGHED } from '../../shared/application/similarCases.ts';
import { noticeSchema } from '../../shared/contracts/notice.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { seal } from '../../shared/domain/case/chain.ts';
import { foldHistory } from '../../shared/domain/case/evolve.ts';
import type { SolvedCase } from '../../shared/domain/similar/SolvedCase.ts';
import { memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { smallKnowledge, WEST } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

const know = smallKnowledge();
const NEW = '202609280000100';

/** A history as it is written, without asking the rules. */
const historyOf = (number: string, steps: readonly (readonly CaseEvent[])[]): readonly Entry[] => {
  const history: Entry[] = [];
  const by = { person: 'H3', role: 'handler' } as const;
  for (const [at, events] of steps.entries())
    history.push(
      seal({ number, seq: at + 1, at: at + 1, by, command: `c${at}`, events }, history.at(-1)?.hash ?? ''),
    );
  return history;
};
const opened = (text: string): CaseEvent => ({
  type: 'opened',
  city: 'small-1',
  kind: 'request',
  service: '01037',
  condition: 'a',
  urgent: false,
  leaf: WEST,
  place: { lng: 121.471, lat: 31.231, name: '建设路12号' },
  text,
  photos: [],
  reporter: 'web:r-9',
});
const assigned: readonly CaseEvent[] = [
  {
    type: 'dispatched',
    tasks: [{ unit: 'U03', share: 'lead', status: 'assigned', rule: '01*@990101' }],
  } as unknown as CaseEvent,
  { type: 'moved', to: 'assigned', owner: 'unit@U03' },
];
const closed = (report: string): readonly (readonly CaseEvent[])[] => [
  [{ type: 'done', unit: 'U03', person: 'H3', report, photos: [] }],
  [
    { type: 'rated', rating: { overall: 'A' } },
    { type: 'filed', rated: true },
    { type: 'moved', to: 'closed', owner: 'resident@web:r-9' },
  ],
];

const put = async (world: ReturnType<typeof smallWorld>, history: readonly Entry[]): Promise<Case> => {
  let state: Case | undefined;
  for (const entry of history) {
    state = foldHistory(history.slice(0, entry.seq));
    if (state) await world.cases.commit(state, entry);
  }
  if (!state) throw new Error('Nothing was opened');
  return state;
};

const SOLVED = '202609010000001';
const worldWithOne = async (report = '更换光源，请3号楼2单元王阿姨看过，13812345678') => {
  const world = smallWorld(know);
  const state = await put(
    world,
    historyOf(SOLVED, [[opened('家门口路灯不亮了')], assigned, ...closed(report)]),
  );
  await keepSolved(world)(state);
  return world;
};

test('the unit that gets a case is shown what worked in one like it, with the community and nobody’s data', async () => {
  const world = await worldWithOne();
  await put(world, historyOf(NEW, [[opened('这边路灯不亮')], assigned]));
  const notify = notifyPeople({ ...world, history: world.cases.history, follow: async () => undefined });
  const notices = (await notify(NEW, 2)).map(({ notice }) => notice);
  const task = notices.find(({ kind }) => kind === 'unitTask');
  const similar = [{ service: '路灯异常', place: '一社区', report: '更换光源，请某阿姨看过，', rating: 'A' }];
  expect(task).toMatchObject({ similar });
  expect(noticeSchema.parse(task)).toMatchObject({ similar });
  for (const notice of notices.filter(({ kind }) => kind !== 'unitTask'))
    expect(notice).not.toHaveProperty('similar');
  expect(await notify(NEW, 1)).not.toContainEqual(
    expect.objectContaining({ notice: expect.objectContaining({ similar: expect.anything() }) }),
  );
});

test('nobody is shown another matter, nor their own case', async () => {
  const world = await worldWithOne();
  const about = async (text: string, number = NEW) => {
    const state = { ...(await put(smallWorld(know), historyOf(number, [[opened(text)]]))) };
    return similarCases(world)(state, know);
  };
  expect(await about('这边路灯不亮')).toHaveLength(1);
  expect(await about('灯杆上有个马蜂窝')).toEqual([]);
  expect(await about('这边路灯不亮', SOLVED)).toEqual([]);
});

test('what had to be done again is marked, and a place that the city no longer has is told as the city', async () => {
  const world = smallWorld(know);
  const gone: SolvedCase = {
    number: SOLVED,
    service: '01037',
    condition: 'a',
    leaf: '990101009001001',
    text: '路灯不亮',
    report: '换了灯泡',
    rounds: 2,
  };
  await world.solved.save(gone);
  const state = await put(world, historyOf(NEW, [[opened('路灯不亮')]]));
  expect(await similarCases(world)(state, know)).toEqual([
    { service: '路灯异常', place: '小城', report: '换了灯泡', reworked: true },
  ]);
});

test('a hundred are weighed and no more', async () => {
  const asked: number[] = [];
  const solved = {
    ofService: async (_service: string, _leaf: string, most: number) => {
      asked.push(most);
      return [];
    },
  };
  const state = await put(smallWorld(know), historyOf(NEW, [[opened('路灯不亮')]]));
  expect(await similarCases({ solved })(state, know)).toEqual([]);
  expect([asked, WEIGHED]).toEqual([[100], 100]);
});

test('the history is read at the filing alone, and what is open is not kept', async () => {
  const world = smallWorld(know);
  const state = await put(world, historyOf(NEW, [[opened('路灯不亮')], assigned]));
  const read: string[] = [];
  const history = async (number: string) => {
    read.push(number);
    return world.cases.history(number);
  };
  await keepSolved({ cases: { history }, solved: world.solved })(state);
  expect([read, (await world.solved.page()).keys]).toEqual([[], []]);
});

test('a rebuild keeps what filed cases teach, and takes out what no case teaches any more', async () => {
  const world = await worldWithOne();
  const [key] = (await world.solved.page()).keys;
  const stray: SolvedCase = {
    number: '202609010000002',
    service: '01037',
    condition: 'a',
    leaf: WEST,
    text: '路灯不亮',
    report: '没有这一件',
    rounds: 0,
  };
  if (key) await world.solved.forget(key);
  await world.solved.save(stray);
  await world.solved.save({ ...stray, number: SOLVED, service: '06010' });
  const rows = memoryRows();
  await rebuildRows({ ...world, rows, scan: world.cases.scan, listed: rows.listed })(() => undefined);
  expect((await world.solved.page()).keys).toEqual([{ number: SOLVED, service: '01037', leaf: WEST }]);
});
