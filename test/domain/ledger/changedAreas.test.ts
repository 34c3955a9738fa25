import fc from 'fast-check';
import { hasTurn, holdersOn } from '../../../shared/domain/case/answersFor.ts';
import type { Owner } from '../../../shared/domain/case/Case.ts';
import { listsOfPost, taskLists } from '../../../shared/domain/case/taskLists.ts';
import type { Area, LedgerRow, Level } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { streetOf } from '../../../shared/domain/city/streetOf.ts';
import { postOf } from '../../../shared/domain/ledger/Post.ts';
import { at } from '../../support/lifeOf.ts';
import { listHolds, ownersIn } from '../../support/listHolds.ts';
import { smallCity } from '../../support/smallCity.ts';

const ROOT = '990101';
const BELOW: Readonly<Record<string, Level>> = { 6: 'street', 9: 'community', 12: 'grid', 15: 'cell' };
const twoBelow = (code: string): readonly Area[] => {
  const level = BELOW[code.length];
  if (level === undefined) return [];
  return ['001', '002'].flatMap((end) => [
    { code: code + end, name: level, level, parent: code },
    ...twoBelow(code + end),
  ]);
};
/** Two of every level, down to cells. */
const WHOLE: readonly Area[] = [{ code: ROOT, name: '区', level: 'county' }, ...twoBelow(ROOT)];
const CODES = WHOLE.map(({ code }) => code);
const [STREET = '', COMMUNITY = '', GRID = '', CELL = ''] = CODES.slice(1);
const UNITS = smallCity.units.map(({ code }) => code);
const PEOPLE = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
const TODAY = '2026-09-28';
const NOW = at(`${TODAY} 10:00`);

const leavesOf = (tree: readonly Area[]): readonly string[] =>
  tree.filter(({ code }) => !tree.some(({ parent }) => parent === code)).map(({ code }) => code);

/** A version without some areas and what lies in them; what has nothing in it any more goes, too, but for grids. */
const without = (gone: readonly string[]): readonly Area[] => {
  const left = WHOLE.filter(({ code }) => !gone.some((one) => code.startsWith(one)));
  return left.filter(({ code }) =>
    left.some((leaf) => leaf.code.length >= GRID.length && leaf.code.startsWith(code)),
  );
};

const row = (more: Pick<LedgerRow, 'role' | 'area' | 'person'> & { readonly unit?: string | undefined }) => {
  const { unit, ...post } = more;
  const whole = { name: '某人', phone: '', channel: 'web', from: '2025-01-01', ...post };
  return unit === undefined ? whole : { ...whole, unit };
};

/** The last of these versions, with those of the ledger who have a post in it. */
const inForce = (versions: readonly (readonly Area[])[], posts: readonly LedgerRow[]): Knowledge => {
  const areas = versions.at(-1) ?? WHOLE;
  const ledger = [
    row({ role: 'leader', area: ROOT, person: 'P1' }),
    ...posts.filter(({ area }) => areas.some(({ code }) => code === area)),
  ];
  const streetsEver = [...new Set(versions.flatMap(leavesOf).map(streetOf))];
  return knowCity({ ...smallCity, areas, ledger }, { streetsEver });
};

const versions = fc
  .array(fc.array(fc.constantFrom(...CODES.slice(1)), { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(without).filter((tree) => tree.length > 0))
  .filter((all) => all.length > 0);
const post = fc
  .record({
    role: fc.constantFrom<LedgerRow['role']>('supervisor', 'dispatcher', 'leader', 'handler'),
    area: fc.constantFrom(...CODES),
    unit: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
    person: fc.constantFrom(...PEOPLE),
  })
  .map(row);

/** Everybody who answers finds it in their own lists, and a hand-over in those of their post. */
const isFound = (know: Knowledge, owner: Owner, leaf: string): void => {
  const holders = holdersOn(owner, leaf, TODAY, know);
  expect(holders).not.toEqual([]);
  for (const holder of holders) {
    expect(hasTurn(holder.person, [owner], leaf, { now: NOW, ledger: know })).toBe(true);
    const lists = taskLists(holder.person, NOW, know);
    const held = postOf(holder);
    const posts = held ? listsOfPost(held, TODAY, know) : [];
    expect([lists, posts].map((all) => all.some((list) => listHolds(list, owner, leaf)))).toEqual([
      true,
      true,
    ]);
  }
};

test('whatever versions came and went, every case has somebody who answers, and stands in their lists', () => {
  fc.assert(
    fc.property(versions, fc.array(post, { maxLength: 10 }), (all, posts) => {
      const know = inForce(all, posts);
      for (const leaf of new Set(all.flatMap(leavesOf)))
        for (const owner of ownersIn(leaf)) isFound(know, owner, leaf);
    }),
    { numRuns: 200 },
  );
});

test('what is open in a street that was merged into another falls to who is above, and stands in their lists', () => {
  const posts = [
    row({ role: 'dispatcher', area: ROOT, person: 'P2' }),
    row({ role: 'dispatcher', area: STREET, person: 'P3' }),
    row({ role: 'leader', area: STREET, person: 'P4' }),
  ];
  const know = inForce([WHOLE, without(['990101002'])], posts);
  expect(holdersOn('dispatcher@990101002', '990101002001001001', TODAY, know)).toMatchObject([
    { person: 'P2' },
  ]);
  for (const owner of ownersIn('990101002001001001')) isFound(know, owner, '990101002001001001');
  // Whoever has another street looks at that one alone.
  expect(taskLists('P3', NOW, know)).toEqual([
    { kind: 'owned', owner: `dispatcher@${STREET}`, under: STREET },
  ]);
  expect(taskLists('P4', NOW, know)).toEqual([
    { kind: 'owned', owner: `leader@${STREET}`, under: STREET },
    { kind: 'open', under: STREET },
  ]);
});

test('a street that came back is nobody’s but its own', () => {
  const posts = [row({ role: 'leader', area: '990101002', person: 'P2' })];
  const [gone, back] = [without(['990101002']), WHOLE];
  const [without2, with2] = [inForce([WHOLE, gone], posts), inForce([WHOLE, gone, back], posts)];
  const who = (know: Knowledge) => holdersOn('unit@U03', '990101002001001001', TODAY, know)[0]?.person;
  expect([without2, with2].map(who)).toEqual(['P1', 'P2']);
  expect(taskLists('P2', NOW, with2)).toEqual([
    { kind: 'owned', owner: 'leader@990101002', under: '990101002' },
    { kind: 'open', under: '990101002' },
  ]);
  expect(taskLists('P1', NOW, with2).filter(({ kind }) => kind === 'open')).toEqual([
    { kind: 'open', under: STREET },
    { kind: 'open', under: '990101002' },
  ]);
});

test('a cell that goes while its grid stays is the grid’s: its supervisor answers before and after', () => {
  const posts = [
    row({ role: 'supervisor', area: COMMUNITY, person: 'P2' }),
    row({ role: 'supervisor', area: GRID, person: 'P3' }),
  ];
  for (const tree of [WHOLE, without([CELL])]) {
    const know = inForce([WHOLE, tree], posts);
    expect(holdersOn(`supervisor@${CELL}`, CELL, TODAY, know)).toMatchObject([{ person: 'P3' }]);
    isFound(know, `supervisor@${CELL}`, CELL);
  }
});

test('when all codes become others, who leads, dispatches, handles and supervises the whole finds what is open', () => {
  const posts = (['dispatcher', 'supervisor', 'handler'] as const).map((role, i) =>
    row({ role, area: ROOT, person: `P${i + 2}`, unit: role === 'handler' ? 'U01' : undefined }),
  );
  const leaf = '880101001001001';
  const before: readonly Area[] = [{ code: leaf, name: '网格', level: 'grid' }];
  const know = inForce([before, WHOLE], posts);
  for (const owner of ownersIn(leaf)) isFound(know, owner, leaf);
  // Of a whole that is no more than a community, its own code is the one that is gone.
  const [whole, was] = ['990101001005', '990101001004001'];
  const areas: readonly Area[] = [
    { code: whole, name: '社区', level: 'community' },
    { code: `${whole}001`, name: '网格', level: 'grid', parent: whole },
  ];
  const ledger = [...posts, row({ role: 'leader', area: ROOT, person: 'P1' })];
  const small = knowCity({ ...smallCity, areas, ledger: ledger.map((post) => ({ ...post, area: whole })) });
  for (const owner of ownersIn(was)) isFound(small, owner, was);
});

test('where there are no streets, a desk is the leaf’s, and who dispatches for it finds what lies there', () => {
  const areas: readonly Area[] = [
    { code: ROOT, name: '区', level: 'county' },
    { code: COMMUNITY, name: '社区', level: 'community', parent: ROOT },
    { code: GRID, name: '网格', level: 'grid', parent: COMMUNITY },
  ];
  for (const area of [ROOT, COMMUNITY]) {
    const know = inForce([areas], [row({ role: 'dispatcher', area, person: 'P2' })]);
    isFound(know, `dispatcher@${GRID}`, GRID);
    expect(taskLists('P2', NOW, know)).toHaveLength(1);
  }
});
