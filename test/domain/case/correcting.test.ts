import { conditionName, conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import { finishOnceVerified } from '../../../shared/domain/case/promisedFinish.ts';
import { react } from '../../../shared/domain/case/react/react.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { at, lifeOf, report, staff } from '../../support/lifeOf.ts';
import { lidCity } from './support/lidCity.ts';

const know = lidCity();
const S1 = staff('S1');
const H3 = staff('H3', 'handler');
const reported = (service = '01037') => lifeOf(know).when(report({ service }));
const LID = '01001';

describe('a correction of the supervisor', () => {
  test('to another service with a condition runs by the limits of that condition, and is as urgent', () => {
    const life = reported().when({ type: 'correct', service: LID, condition: 'b' }, S1);
    expect(life.state).toMatchObject({ service: LID, condition: 'b', urgent: true, stage: 'assigned' });
    // 30 分钟, not one working hour.
    expect(life.dueText).toBe('2026-09-28 10:30');
    life.when({ type: 'sign' }, H3);
    expect(life.dueText).toBe('2026-09-28 13:00');
  });

  test('of the condition alone keeps the service', () => {
    const life = reported(LID);
    expect(life.state).toMatchObject({ condition: 'a', urgent: false });
    life.when({ type: 'correct', service: LID, condition: 'b' }, S1);
    expect(life.outcome).toEqual(['corrected', 'verified', 'accepted', 'dispatched', 'moved']);
    expect(life.state).toMatchObject({ service: LID, condition: 'b', urgent: true });
    expect(life.history.at(-1)?.events[0]).toEqual({
      type: 'corrected',
      service: LID,
      condition: 'b',
      urgent: true,
      kind: 'request',
    });
  });

  test('to a service without saying the condition takes its first', () => {
    const life = reported().when({ type: 'correct', service: LID }, S1);
    expect(life.state).toMatchObject({ service: LID, condition: 'a', urgent: false });
  });

  test('that changes nothing, or names what is not there, is refused and changes nothing', () => {
    expect(reported(LID).when({ type: 'correct', service: LID }, S1).outcome).toBe('sameService');
    expect(reported(LID).when({ type: 'correct', service: LID, condition: 'a' }, S1).outcome).toBe(
      'sameService',
    );
    expect(reported(LID).when({ type: 'correct', service: LID, condition: 'x' }, S1).outcome).toBe(
      'unknownCondition',
    );
    // A condition of another service.
    expect(reported(LID).when({ type: 'correct', service: '01037', condition: 'b' }, S1).outcome).toBe(
      'unknownCondition',
    );
    expect(reported(LID).when({ type: 'correct', service: 'nope', condition: 'a' }, S1).outcome).toBe(
      'unknownService',
    );
  });

  test('is told to who reported it once, with what it was before', () => {
    const life = reported(LID).when({ type: 'supplement', text: '盖子没了' });
    life.when({ type: 'correct', service: LID, condition: 'b' }, S1);
    const tellings = life.history.flatMap((entry, i) => {
      const history = life.history.slice(0, i + 1);
      return react(entry, life.state, history).filter(({ kind }) => kind === 'corrected');
    });
    expect(tellings).toEqual([
      { to: { who: 'reporters' }, kind: 'corrected', was: { service: LID, condition: 'a' } },
    ]);
    const plain = reported().when({ type: 'verify' }, S1);
    const entry = plain.history.at(-1);
    if (!entry) throw new Error('It was verified');
    expect(react(entry, plain.state, plain.history).map(({ kind }) => kind)).not.toContain('corrected');
  });
});

describe('the condition of a case', () => {
  test('is found by its code; a code that is not known has the limits of the first, and no name', () => {
    expect(conditionOf({ service: LID, condition: 'b' }, know)?.name).toBe('缺失、塌陷');
    expect(conditionOf({ service: LID, condition: 'x' }, know)?.name).toBe('松动、异响');
    expect(conditionOf({ service: 'nope', condition: 'a' }, know)).toBeUndefined();
    expect(conditionName({ service: LID, condition: 'x' }, know)).toBeUndefined();
  });

  test('is told by name only where the service tells several apart', () => {
    expect(conditionName({ service: LID, condition: 'a' }, know)).toBe('松动、异响');
    expect(conditionName({ service: '01037', condition: 'a' }, know)).toBeUndefined();
  });

  test('decides by when it is promised once it is verified', () => {
    const promised = (condition: string) => {
      const found = finishOnceVerified({ service: LID, condition }, at('2026-09-28 10:00'), know);
      return found === undefined ? undefined : formatInstant(found).slice(0, 16);
    };
    // 30 分钟 + 30 分钟 + 3 小时 + 4 小时
    expect(promised('b')).toBe('2026-09-28T18:00');
    expect(promised('a')).toBe('2026-10-08T14:30');
    expect(finishOnceVerified({ service: 'nope', condition: 'a' }, 0, know)).toBeUndefined();
  });
});
