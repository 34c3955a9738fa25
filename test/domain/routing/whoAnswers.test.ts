import type { City, LedgerRow, Service } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { whoAnswers } from '../../../shared/domain/routing/whoAnswers.ts';
import { smallCity, smallKnowledge } from '../../support/smallCity.ts';

const WEST = '990101001001001';
const now = Date.parse('2026-09-28T10:00:00+08:00');
const ask = (know: Knowledge, code: string) => {
  const { posts } = whoAnswers(know, { service: know.service(code) as Service, leaf: WEST, now });
  return posts.map(({ as, owner, people }) => [
    as,
    owner,
    people.map(({ holder, deputy, superiors }) => [
      holder.person,
      holder.actingFor,
      deputy?.person,
      superiors.map(({ person }) => person),
    ]),
  ]);
};
const withLedger = (change: (row: LedgerRow) => LedgerRow): Partial<City> => ({
  ledger: smallCity.ledger.map(change),
});

describe('who answers for a service at a place', () => {
  test('is the supervisor of the cell and the people of the unit, with the superiors up to the root', () => {
    expect(ask(smallKnowledge(), '01037')).toEqual([
      ['supervisor', `supervisor@${WEST}`, [['S1', undefined, undefined, ['L1']]]],
      ['lead', 'unit@U03', [['H3', undefined, undefined, ['L3', 'L1']]]],
    ]);
  });

  test('names assisting units after the leading one', () => {
    const routes = [...smallCity.routes, { service: '*', area: WEST, unit: 'U01', share: 'assist' as const }];
    expect(ask(smallKnowledge({ routes }), '01037').map(([as, owner]) => `${as} ${owner}`)).toEqual([
      `supervisor supervisor@${WEST}`,
      'lead unit@U03',
      'assist unit@U01',
    ]);
  });

  test('names the deputy, who answers while the holder is on leave', () => {
    const change = withLedger((row) => (row.person === 'S1' ? { ...row, deputy: 'S2' } : row));
    expect(ask(smallKnowledge(change), '01037')[0]).toEqual([
      'supervisor',
      `supervisor@${WEST}`,
      [['S1', undefined, 'S2', ['L1']]],
    ]);
    const staffing = { bindings: {}, leaves: [{ person: 'S1', from: '2026-09-28' }] };
    expect(ask(knowCity({ ...smallCity, ...change }, { staffing }), '01037')[0]).toEqual([
      'supervisor',
      `supervisor@${WEST}`,
      [['S2', 'S1', 'S2', ['L1']]],
    ]);
  });

  test('comes to an end where superiors run in a ring', () => {
    const ring = withLedger((row) => (row.person === 'L1' ? { ...row, superior: 'L3' } : row));
    expect(ask(smallKnowledge(ring), '01037')[1]).toEqual([
      'lead',
      'unit@U03',
      [['H3', undefined, undefined, ['L3', 'L1']]],
    ]);
  });

  test('names no unit where nothing leads', () => {
    expect(ask(smallKnowledge(), 'Z2002').map(([as]) => as)).toEqual(['supervisor']);
  });
});
