import { projectCase, rebuildRows } from '../../shared/application/projectCase.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import { lifeOf, RESIDENT, report, staff } from '../support/lifeOf.ts';
import { smallKnowledge } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

/** A case with the unit, and one as it is when it was not signed for a long time. */
const assigned = (): Case =>
  lifeOf(smallKnowledge()).when(report(), RESIDENT).when({ type: 'verify' }, staff('S1')).state;
const listed = (state: Case, more: Partial<Case> = {}): Case => ({
  ...state,
  version: 20,
  listed: { unit: 'U03', at: 1_790_000_000_000, due: 1_791_000_000_000 },
  ...more,
});

/** A world that has one case, as it is at the moment. */
const worldOf = (first: Case) => {
  const world = smallWorld();
  const now = { state: first as Case | undefined };
  const cases = { load: async () => now.state, history: async () => [] };
  const published = () => world.listings.page(10);
  return { ...world, cases, now, published };
};

test('a case under listed supervision is published with what is public of it, and no other', async () => {
  const state = assigned();
  const world = worldOf(state);
  await projectCase(world)(state.number);
  expect(await world.published()).toEqual([]);
  world.now.state = listed(state);
  await projectCase(world)(state.number);
  await projectCase(world)(state.number);
  expect(await world.published()).toEqual([
    {
      number: state.number,
      version: 20,
      service: state.service,
      leaf: state.leaf,
      unit: 'U03',
      at: 1_790_000_000_000,
      due: 1_791_000_000_000,
    },
  ]);
});

test.each(['closed', 'declined', 'withdrawn', 'merged'] as const)(
  'when it is %s it is published no longer; taken up again, it is again',
  async (stage) => {
    const state = listed(assigned());
    const world = worldOf(state);
    await projectCase(world)(state.number);
    world.now.state = { ...state, version: 21, stage };
    await projectCase(world)(state.number);
    expect(await world.published()).toEqual([]);
    world.now.state = { ...state, version: 22, stage: 'screening' };
    await projectCase(world)(state.number);
    expect((await world.published()).map(({ version }) => version)).toEqual([22]);
  },
);

test.each([
  ['ended', (state: Case): Case | undefined => ({ ...state, stage: 'closed' })],
  ['was never listed', ({ listed: _listed, ...state }: Case): Case | undefined => state],
  [
    'is listed to another day',
    (state: Case): Case | undefined => ({ ...state, listed: { unit: 'U03', at: 1, due: 2 } }),
  ],
  ['is not there', (): Case | undefined => undefined],
])('a rebuild takes out what a case that %s left behind, and leaves the others', async (_what, change) => {
  const state = listed(assigned());
  const world = worldOf(state);
  await projectCase(world)(state.number);
  const rebuild = () =>
    rebuildRows({ ...world, scan: async () => ({ numbers: [] }), listed: world.rows.listed })(
      () => undefined,
    );
  await rebuild();
  expect(await world.published()).toHaveLength(1);
  world.now.state = change(state);
  await rebuild();
  expect((await world.published()).filter(({ due }) => due === state.listed?.due)).toEqual([]);
});

test('a rebuild makes what is published again from the cases', async () => {
  const state = listed(assigned());
  const world = worldOf(state);
  const scan = async () => ({ numbers: [state.number] });
  await rebuildRows({ ...world, scan, listed: world.rows.listed })(() => undefined);
  expect(await world.published()).toHaveLength(1);
});
