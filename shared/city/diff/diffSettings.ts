import type { City } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { diffPolicy } from './diffPolicy.ts';

/** What is no setting: the lists of a city, and its version, which differs when anything does. */
const PARTS = [
  'version',
  'areas',
  'places',
  'groups',
  'services',
  'units',
  'routes',
  'ledger',
  'calendar',
] as const satisfies readonly (keyof City)[];

const LABELS: Readonly<Record<string, string>> = {
  id: '城市代号',
  name: '名称',
  timezone: '时区',
  hours: '工作时间',
  levels: '层级',
  rounds: '返工次数',
  unratedAfter: '不评价归档',
  duplicates: '并案范围',
  notices: '免打扰时段',
};

export const diffSettings = (before: City, after: City): readonly Change[] => [
  ...changedFields(before, after, { skip: [...PARTS, 'policy'], ordered: ['hours', 'levels'] }).map(
    ({ key, text }): Change => ({
      part: 'settings',
      kind: 'changed',
      code: key,
      text: `${key} ${LABELS[key] === undefined ? '' : `${LABELS[key]} `}${text}`,
    }),
  ),
  ...diffPolicy(before, after),
];
