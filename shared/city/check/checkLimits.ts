import type { City, PolicySettings, Service } from '../../domain/city/City.ts';
import { parseDuration } from '../../domain/time/Duration.ts';
import type { Finding } from '../Fault.ts';
import type { Path } from '../source/Source.ts';
import { type Check, entriesOf } from './Draft.ts';
import { isEndless } from './isEndless.ts';

const MINUTE = 60_000;

/** Reminders come before the end and clocks are looked at each minute: of less, nothing is left to act in. */
const SHORTEST = 5 * MINUTE;

/** Limits that can be met: long enough to act in, and with an end that calendars reach. */
export const checkLimits: Check = (draft) => {
  const { city } = draft;
  const limits = [
    { path: ['unratedAfter'], name: 'unratedAfter', limit: city.unratedAfter ?? '' },
    ...ofPolicy(city.policy ?? {}),
    ...entriesOf(draft, 'services').flatMap(({ sound }, i) => [
      ...ofConditions(sound, i),
      ...ofMaterials(sound, i),
    ]),
  ];
  return limits.flatMap(({ path, name, limit }) =>
    wrong(limit, city.hours ?? []).map(
      ({ what, remedy }): Finding => ({ at: path, what: `${name}：${what}`, remedy, ofLine: true }),
    ),
  );
};

interface Limit {
  readonly path: Path;
  readonly name: string;
  readonly limit: string;
}

const ofConditions = ({ code = '', conditions = [] }: Partial<Service>, i: number): readonly Limit[] =>
  conditions.flatMap((condition, j) =>
    Object.entries(condition.limits).map(([name, limit]) => ({
      path: ['services', i, 'conditions', j, 'limits', name],
      name: `${code} 情形 ${condition.code} 的 ${name}`,
      limit,
    })),
  );

const ofMaterials = ({ code = '', materials = [] }: Partial<Service>, i: number): readonly Limit[] =>
  materials.flatMap((material, j) =>
    material.owe === undefined
      ? []
      : [
          {
            path: ['services', i, 'materials', j, 'owe'],
            name: `${code} 材料 ${material.code} 的 owe`,
            limit: material.owe,
          },
        ],
  );

/** Every text in it is a duration, but for the reasons, which stand in a list. */
const ofPolicy = (policy: PolicySettings): readonly Limit[] =>
  [
    ...within(['policy'], policy),
    ...within(['policy', 'ladder'], policy.ladder ?? {}),
    ...within(['policy', 'limits'], policy.limits ?? {}),
  ].flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ path, name: path.join('.'), limit: value }] : [],
  );

const within = (path: Path, settings: object): readonly { readonly path: Path; readonly value: unknown }[] =>
  Object.entries(settings).map(([key, value]: [string, unknown]) => ({ path: [...path, key], value }));

const wrong = (text: string, hours: City['hours']): readonly Pick<Finding, 'what' | 'remedy'>[] => {
  const limit = parseDuration(text);
  if (!limit) return [];
  if (limit.unit !== 'workingDays' && limit.ms < SHORTEST)
    return [{ what: `时限 ${text} 不到 5 分钟：提醒之后来不及办`, remedy: `至少写 5m` }];
  if (!isEndless(limit, hours)) return [];
  return [
    {
      what: `时限 ${text} 超过三年，日历排不到那么远`,
      remedy: '改短；只算办公时间的（wh）看看 hours 是不是写少了',
    },
  ];
};
