import type { Area } from '../../domain/city/City.ts';
import { areaOfShape } from './areaOfShape.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { isSameShape } from './isSameShape.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = { level: '级别', kind: '城乡' };
const KINDS: Readonly<Record<string, string>> = { urban: '城镇', rural: '乡村' };

export const diffAreas = (before: readonly Area[], after: readonly Area[]): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [({ code }) => code]);
  const names = new Map([...before, ...after].map(({ code, name }) => [code, name]));
  const title = (code: string | undefined) =>
    code === undefined ? '空' : `${code} ${names.get(code) ?? ''}`;
  const say = (kind: Change['kind'], { code }: Area, text: string): Change => ({
    part: 'areas',
    kind,
    code,
    text: `${title(code)}：${text}`,
  });
  return [
    ...gone.map((area) => ({ ...say('removed', area, `撤销${under(area, title)}`) })),
    ...came.map((area) => say('added', area, `新增${under(area, title)}`)),
    ...both.flatMap(([old, area]) => [
      ...(old.name === area.name ? [] : [say('renamed', area, `改名，原名 ${old.name}`)]),
      ...(old.parent === area.parent
        ? []
        : [say('reparented', area, `上级 ${title(old.parent)} → ${title(area.parent)}`)]),
      ...(isSameShape(old.polygons ?? [], area.polygons ?? [])
        ? []
        : [say('redrawn', area, `边界变了，${areaChange(old, area)}`)]),
      ...changedFields(old, area, { skip: ['name', 'parent', 'polygons'] }).map(({ key, text }) =>
        say(
          'changed',
          area,
          `${LABELS[key] ?? key} ${text.replace(/urban|rural/gu, (kind) => KINDS[kind] ?? kind)}`,
        ),
      ),
    ]),
  ];
};

const under = (area: Area, title: (code: string) => string): string =>
  area.parent === undefined ? '' : `，上级 ${title(area.parent)}`;

/** `面积 12,345 → 12,300 m²（−45 m²）`. */
const areaChange = (before: Area, after: Area): string => {
  if (!before.polygons?.length) return `原来没有图形，现在 ${show(areaOfShape(after.polygons ?? []))} m²`;
  if (!after.polygons?.length) return `原来 ${show(areaOfShape(before.polygons))} m²，现在没有图形`;
  const [from, to] = [areaOfShape(before.polygons), areaOfShape(after.polygons)];
  const by = Math.round(to) - Math.round(from);
  if (by === 0) return `面积没变（${show(to)} m²）`;
  return `面积 ${show(from)} → ${show(to)} m²（${by > 0 ? '+' : '−'}${show(Math.abs(by))} m²）`;
};

const show = (value: number): string => Math.round(value).toLocaleString('en-US');
