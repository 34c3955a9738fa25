import type { Unit } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = { parent: '上级', phone: '电话', channel: '渠道' };

export const diffUnits = (before: readonly Unit[], after: readonly Unit[]): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [({ code }) => code]);
  const say = (kind: Change['kind'], { code, name }: Unit, text: string): Change => ({
    part: 'units',
    kind,
    code,
    text: `${code} ${name}：${text}`,
  });
  return [
    ...gone.map((unit) => say('removed', unit, '撤销')),
    ...came.map((unit) => say('added', unit, '新增')),
    ...both.flatMap(([old, unit]) => [
      ...(old.name === unit.name ? [] : [say('renamed', unit, `改名，原名 ${old.name}`)]),
      ...changedFields(old, unit, { skip: ['name'] }).map(({ key, text }) =>
        say('changed', unit, `${LABELS[key] ?? key} ${text}`),
      ),
    ]),
  ];
};
