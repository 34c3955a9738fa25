import { describeBoard } from '../../../shared/application/describeBoard.ts';
import { takenOver } from '../../../shared/domain/case/takenOver.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { eachOnce } from '../../../shared/domain/ledger/eachOnce.ts';
import { whoAnswers } from '../../../shared/domain/routing/whoAnswers.ts';
import { smallCity, WEST } from '../../support/smallCity.ts';

const DATE = '2026-09-28';
const NOW = Date.parse(`${DATE}T10:00:00+08:00`);

/** Each post of the west and of the lamp unit is held by two, who stand in for each other. */
const twos = (...away: readonly string[]) => {
  const pairs: Readonly<Record<string, string>> = { S1: 'S9', H3: 'H9', L1: 'L9' };
  const ledger = smallCity.ledger.flatMap((row) => {
    const other = pairs[row.person];
    return other === undefined
      ? [row]
      : [
          { ...row, deputy: other },
          { ...row, person: other, name: `姓名${other}`, deputy: row.person },
        ];
  });
  const leaves = away.map((person) => ({ person, from: DATE }));
  return knowCity({ ...smallCity, ledger }, { staffing: { bindings: {}, leaves } });
};

test('who holds a post and stands in for the other who does is one person, by the own post', () => {
  const know = twos('H9');
  const rows = know.holders('handler', '990101', DATE, 'U03');
  expect(rows.map(({ person, actingFor }) => [person, actingFor])).toEqual([
    ['H3', undefined],
    ['H3', 'H9'],
  ]);
  expect(eachOnce(rows)).toEqual([rows[0]]);
  expect(eachOnce([...rows].reverse())).toEqual([rows[0]]);
});

test('two people of one name are two', () => {
  const rows = twos()
    .holders('handler', '990101', DATE, 'U03')
    .map((row) => ({ ...row, name: '黄志强' }));
  expect(eachOnce(rows)).toHaveLength(2);
});

test('a route names each person once, with those they stand in for', () => {
  const know = twos('H9', 'S9');
  const service = know.service('01037');
  if (!service) throw new Error('The small city has lamps');
  const { posts } = whoAnswers(know, { service, leaf: WEST, now: NOW });
  expect(
    posts.map(({ people }) =>
      people.map(({ holder, actsFor }) => [holder.name, actsFor.map(({ person }) => person)]),
    ),
  ).toEqual([[['姓名S1', ['S9']]], [['姓名H3', ['H9']]]]);
});

test('a board names each person once', () => {
  const know = twos('S9', 'L9');
  const leaf = know.area(WEST);
  if (!leaf) throw new Error('The small city has a west');
  const { people } = describeBoard(know, leaf, {
    policy: { names: 'full', phones: true },
    now: NOW,
    chat: 'https://example.org/',
  });
  expect(people.map(({ name }) => name)).toEqual(['姓名S1', '姓名L1']);
});

test('whoever gave a case away hears each name once', () => {
  const know = twos('H9');
  const state = { owner: 'unit@U03', leaf: WEST, handedFrom: ['H1'], stage: 'handling', tasks: [] } as const;
  expect(takenOver('H1', state, NOW, know)).toEqual(['姓名H3']);
});
