import type { City, Condition, Service } from '../../domain/city/City.ts';
import { limitNames } from '../limitNames.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { diffMaterials } from './diffMaterials.ts';
import { pairUp } from './pairUp.ts';

type Catalog = Pick<City, 'groups' | 'services'>;
type Entry = Pick<Service, 'code' | 'name'>;

const LABELS: Readonly<Record<string, string>> = {
  group: '大类',
  kind: '类型',
  words: '说法',
  not: '不算它的说法',
  verify: '先核实',
  check: '办后核查',
  needs: '要问清',
};

export const diffCatalog = (before: Catalog, after: Catalog): readonly Change[] => [
  ...diffEntries(before.groups, after.groups, { title: ({ code, name }) => `大类 ${code} ${name}` }),
  ...diffEntries(before.services, after.services, {
    title: ({ code, name }) => `${code} ${name}`,
    inside: diffService,
  }),
];

const diffEntries = <T extends Entry>(
  before: readonly T[],
  after: readonly T[],
  { title, inside }: { title(entry: T): string; inside?(before: T, after: T): readonly Change[] },
): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [({ code }) => code]);
  return [
    ...gone.map((entry) => say('removed', entry, `${title(entry)}：撤销`)),
    ...came.map((entry) => say('added', entry, `${title(entry)}：新增`)),
    ...both.flatMap(([old, entry]) => [
      ...(old.name === entry.name ? [] : [say('renamed', entry, `${title(entry)}：改名，原名 ${old.name}`)]),
      ...(inside?.(old, entry) ?? []),
    ]),
  ];
};

const say = (kind: Change['kind'], { code }: Entry, text: string): Change => ({
  part: 'services',
  kind,
  code,
  text,
});

const diffService = (before: Service, after: Service): readonly Change[] => [
  ...changedFields(before, after, { skip: ['code', 'name', 'conditions', 'materials'] }).map(
    ({ key, text }) =>
      say(
        key === 'words' || key === 'not' ? 'words' : 'changed',
        after,
        `${after.code} ${after.name}：${LABELS[key] ?? key} ${text}`,
      ),
  ),
  ...diffConditions(before, after),
  ...diffMaterials(before, after),
];

/** The order of conditions is kept: the first is what a report is filed under until someone corrects it. */
const diffConditions = (before: Service, after: Service): readonly Change[] => {
  const { both, gone, came } = pairUp(before.conditions, after.conditions, [({ code }) => code]);
  const { code, name } = after;
  const codes = ({ conditions }: Service) =>
    conditions.filter((condition) => both.some((pair) => pair[0].code === condition.code)).map(title);
  const order = [codes(before), codes(after)] as const;
  const isMoved = both.some(
    ([old], i) => old.code !== after.conditions.filter((c) => isIn(c, both))[i]?.code,
  );
  return [
    ...gone.map((condition) => say('changed', after, `${code} ${name}：去掉情形 ${title(condition)}`)),
    ...came.map((condition) =>
      say('changed', after, `${code} ${name}：新增情形 ${title(condition)}，${limitsOf(condition)}`),
    ),
    ...(isMoved
      ? [say('changed', after, `${code} ${name}：情形次序 ${order[0].join('、')} → ${order[1].join('、')}`)]
      : []),
    ...both.flatMap(([old, condition]) => diffCondition(after, old, condition)),
  ];
};

const isIn = ({ code }: Condition, both: readonly (readonly [Condition, Condition])[]): boolean =>
  both.some(([old]) => old.code === code);

const title = ({ code, name }: Condition): string => `${code} ${name}`;

const limitsOf = ({ limits }: Condition): string =>
  Object.entries(limits)
    .map(([stage, limit]) => `${limitName(stage)} ${limit}`)
    .join('，');

const LIMITS: Readonly<Record<string, string>> = { ...limitNames, repair: '修复' };

const limitName = (stage: string): string => LIMITS[stage] ?? stage;

const diffCondition = (service: Service, before: Condition, after: Condition): readonly Change[] => [
  ...changedFields(before.limits, after.limits).map(({ key, text }) =>
    say('limits', service, `${service.code} ${service.name} ${after.name} ${limitName(key)} ${text}`),
  ),
  ...changedFields(before, after, { skip: ['limits'] }).map(({ key, text }) =>
    say(
      'changed',
      service,
      `${service.code} ${service.name} 情形 ${after.code}：${CONDITION[key] ?? key} ${text}`,
    ),
  ),
];

const CONDITION: Readonly<Record<string, string>> = { name: '名称', urgent: '紧急' };
