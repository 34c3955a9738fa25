import { at, CLOCK, staff } from '../../support/lifeOf.ts';
import { knowLoop } from '../../support/loopCity.ts';
import { assigned, declined, H1, H2, opened, S1 } from '../../support/loopLives.ts';

const CHANGE = { from: ['S1'], to: ['S9'], because: 'ledger' } as const;
const later = at('2026-09-29 10:00');
const handOver = (owner: 'supervisor@990101001001001' | 'unit@U02' | 'unit@U03', until = later) =>
  ({ type: 'handOver', owner, until, ...CHANGE }) as const;

describe('交接', () => {
  test('is kept, and changes nothing but who answered before', () => {
    const before = opened();
    const { stage, owner, clock } = before.state;
    const life = before.when(handOver('supervisor@990101001001001'), CLOCK);
    expect(life.outcome).toEqual(['handedOver']);
    expect(life.state).toMatchObject({ stage, owner, clock, handedFrom: ['S1'] });
  });

  test('is nothing to a case that is with another post, has ended, or came to this one later', () => {
    expect(assigned().when(handOver('supervisor@990101001001001'), CLOCK).outcome).toEqual([]);
    expect(declined().when(handOver('supervisor@990101001001001'), CLOCK).outcome).toEqual([]);
    const early = handOver('supervisor@990101001001001', at('2026-09-28 09:00'));
    expect(opened().when(early, CLOCK).outcome).toEqual([]);
    expect(opened().when(handOver('supervisor@990101001001001'), S1).outcome).toBe('notYours');
  });

  test('is something to a unit that helps', () => {
    const life = assigned('06010').when({ type: 'sign' }, H1).when({ type: 'sign' }, H2);
    expect(life.when(handOver('unit@U02'), CLOCK).outcome).toEqual(['handedOver']);
    expect(life.when(handOver('unit@U03'), CLOCK).outcome).toEqual([]);
  });
});

test('who answered before is told by name who does now; the case is the other one’s', () => {
  const life = opened().when(handOver('supervisor@990101001001001'), CLOCK).inForce(knowLoop('loop-2'));
  expect(life.when({ type: 'verify' }, S1).refusal).toEqual({
    code: 'handedOver',
    to: ['姓名S9'],
    owner: 'supervisor@990101001001001',
  });
  expect(life.when({ type: 'verify' }, staff('S9')).state.stage).toBe('assigned');
});
