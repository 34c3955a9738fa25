import type { City, Policy } from './City.ts';

/** What holds where a city says nothing. */
const DEFAULTS: Policy = {
  ladder: { remind: 0.75, yellow: '1wd', red: '2wd', list: '5wd', listedFor: '10wd' },
  limits: {
    material: '5wd',
    appeal: '5wd',
    approve: '4wh',
    visit: '2wd',
    consult: '3wd',
    review: '30d',
  },
  extensions: 2,
  quorum: 2,
  urgeEvery: '24h',
  declines: ['现场没有发现', '已经有人处理好了', '说的地点不对', '不归政府管'],
};

/** What a city version lays down about the loop, with what it leaves open filled in. */
export const policyOf = ({ policy }: Pick<City, 'policy'>): Policy => ({
  ...DEFAULTS,
  ...policy,
  ladder: { ...DEFAULTS.ladder, ...policy?.ladder },
  limits: { ...DEFAULTS.limits, ...policy?.limits },
});
