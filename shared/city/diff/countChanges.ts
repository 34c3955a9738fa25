import { CHANGED_PARTS, type Change, type ChangedPart, type ChangeKind } from './Change.ts';

const PARTS: Readonly<Record<ChangedPart, string>> = {
  areas: '区域',
  places: '地点',
  services: '事项',
  units: '单位',
  routes: '派遣规则',
  ledger: '台账',
  calendar: '日历',
  settings: '设置',
};

/** In the order they are counted. */
const KINDS: Readonly<Record<ChangeKind, string>> = {
  handedOver: '换人',
  rerouted: '换单位',
  limits: '改时限',
  words: '改说法',
  renamed: '改名',
  reparented: '改上级',
  redrawn: '改边界',
  moved: '移位',
  changed: '改动',
  added: '新增',
  removed: '撤销',
};

interface PartChanges {
  /** `台账：换人 2，新增 1`. */
  readonly summary: string;
  readonly changes: readonly Change[];
}

/** The changes of each part that has any, with their counts by kind. */
export const countChanges = (changes: readonly Change[]): readonly PartChanges[] => {
  const parts = Map.groupBy(changes, ({ part }) => part);
  return CHANGED_PARTS.flatMap((part) => {
    const found = parts.get(part);
    if (!found) return [];
    const kinds = Map.groupBy(found, ({ kind }) => kind);
    const counts = (Object.keys(KINDS) as ChangeKind[]).flatMap((kind) => {
      const count = kinds.get(kind)?.length;
      return count === undefined ? [] : [`${KINDS[kind]} ${count}`];
    });
    return [{ summary: `${PARTS[part]}：${counts.join('，')}`, changes: found }];
  });
};
