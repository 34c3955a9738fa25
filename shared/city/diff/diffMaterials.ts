import type { Material, Service } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = { name: '名称', owe: '容缺期限' };

/** What an application must bring; in which order it is listed means nothing. */
export const diffMaterials = (before: Service, after: Service): readonly Change[] => {
  const { both, gone, came } = pairUp(before.materials ?? [], after.materials ?? [], [({ code }) => code]);
  const say = (kind: Change['kind'], text: string): Change => ({
    part: 'services',
    kind,
    code: after.code,
    text: `${after.code} ${after.name}：${text}`,
  });
  return [
    ...gone.map((material) => say('changed', `去掉材料 ${title(material)}`)),
    ...came.map((material) => say('changed', `新增材料 ${title(material)}，${owing(material)}`)),
    ...both.flatMap(([old, material]) =>
      changedFields(old, material).map(({ key, text }) =>
        say(key === 'owe' ? 'limits' : 'changed', `材料 ${title(material)} ${LABELS[key] ?? key} ${text}`),
      ),
    ),
  ];
};

const title = ({ code, name }: Material): string => `${code} ${name}`;

const owing = ({ owe }: Material): string => (owe === undefined ? '必须交齐' : `可以容缺 ${owe}`);
