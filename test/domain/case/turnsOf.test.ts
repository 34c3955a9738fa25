import { turnsOf } from '../../../shared/domain/case/turnsOf.ts';
import { assigned, checking, FINISH, H1, H2, H3, handling, opened } from '../../support/loopLives.ts';

const SIGN = { type: 'sign' } as const;

test('it is the owner’s turn, then that of units that help, then of who must approve', () => {
  expect(turnsOf(opened().state)).toEqual(['supervisor@990101001001001']);
  const life = assigned('06010').when(SIGN, H1).when({ type: 'extend', by: '1wd', reason: 'x' }, H1);
  expect(turnsOf(life.state)).toEqual(['unit@U01', 'unit@U02', 'dispatcher@990101001']);
  expect(turnsOf(life.when(SIGN, H2).state)).toContain('unit@U02');
});

test('it is not the turn of a unit that is done, or whose turn comes later, nor of any while none is at it', () => {
  const done = assigned('06010').when(SIGN, H2).when(FINISH, H2);
  expect(turnsOf(done.state)).toEqual(['unit@U01']);
  const back = assigned('06010').when({ type: 'return', reason: 'x' }, H1);
  expect(turnsOf(back.state)).toEqual(['dispatcher@990101001']);
  const still = assigned('06010').when(SIGN, H2).when({ type: 'ask', question: 'x' }, H1);
  expect(turnsOf(still.state)).toEqual(['resident@web:r-1']);
  expect(turnsOf(checking().state)).toEqual(['supervisor@990101001001001']);
  expect(turnsOf(handling().when({ type: 'redispatch', unit: 'U01', reason: 'x' }, H3).state)).toEqual([
    'unit@U03',
  ]);
});
