import { policyOf } from '../../../shared/domain/city/policyOf.ts';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';

describe('the policy of a city', () => {
  test('is the default where the city says nothing', () => {
    const policy = policyOf({});
    expect(policy.ladder).toEqual({
      remind: 0.75,
      yellow: '1wd',
      red: '2wd',
      list: '5wd',
      listedFor: '10wd',
    });
    expect(policy).toMatchObject({ extensions: 2, quorum: 2, urgeEvery: '24h' });
    expect(policy.declines.length).toBeGreaterThan(0);
  });

  test('every limit of it is a duration', () => {
    const { ladder, limits, urgeEvery } = policyOf({});
    const { remind: _share, ...rungs } = ladder;
    for (const limit of [...Object.values(rungs), ...Object.values(limits), urgeEvery])
      expect([limit, parseDuration(limit)]).toEqual([limit, expect.anything()]);
  });

  test('takes one key of the ladder or of the limits from the city and leaves the others', () => {
    const policy = policyOf({ policy: { ladder: { red: '3wd' }, limits: { visit: '5wd' } } });
    expect(policy.ladder).toEqual({ ...policyOf({}).ladder, red: '3wd' });
    expect(policy.limits).toEqual({ ...policyOf({}).limits, visit: '5wd' });
  });

  test('takes zero and a list as they are', () => {
    const policy = policyOf({ policy: { extensions: 0, declines: ['不归政府管'] } });
    expect(policy).toMatchObject({ extensions: 0, declines: ['不归政府管'] });
  });
});
