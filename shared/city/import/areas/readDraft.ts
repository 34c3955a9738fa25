import type { Area, Level } from '../../../domain/city/City.ts';
import { plainName } from '../table/plainName.ts';
import { toCode } from '../table/toCode.ts';

/** What is written on a shape, by what it means. */
export type Written = Readonly<Record<'code' | 'name' | 'level' | 'parent' | 'kind', unknown>>;

interface Reading {
  readonly code: string;
  readonly name: string;
  readonly level?: Level;
  readonly parent: string;
  readonly kind?: Area['kind'];
  readonly notes: readonly string[];
  /** Why it cannot be an area. */
  readonly fault?: { readonly what: string; readonly remedy: string };
}

const LEVEL_NAMES: Readonly<Record<Level, readonly string[]>> = {
  province: ['省', '省级'],
  city: ['市', '市级', '地市', '设区市'],
  county: ['区县', '县', '区', '县级', '区级', '县区', '区县级'],
  street: ['街道', '乡镇', '镇', '乡', '镇街', '街镇', '乡镇街道', '街道乡镇', '乡级'],
  community: ['社区', '村', '村社区', '社区村', '村居', '村级'],
  grid: ['网格', '基础网格', '责任网格', '专属网格'],
  cell: ['单元网格', '微网格', '单元'],
};

const KIND_NAMES: Readonly<Record<NonNullable<Area['kind']>, readonly string[]>> = {
  urban: ['城镇', '城市', '城区', '城市网格', '城镇网格'],
  rural: ['乡村', '农村', '村', '农村网格', '乡村网格'],
};

/** Reads what is written on a shape. */
export const readDraft = (written: Written): Reading => {
  const code = codeOf(written.code);
  const parent = codeOf(written.parent);
  const said = textOf(written.level);
  const level = named(LEVEL_NAMES, said) ?? levelOf(code.code);
  const kindSaid = textOf(written.kind);
  const kind = named(KIND_NAMES, kindSaid);
  const notes = [
    ...code.notes,
    ...parent.notes,
    ...(said !== '' && !named(LEVEL_NAMES, said)
      ? [`不认识的级别“${said.slice(0, 20)}”，按编码的位数定级`]
      : []),
    ...(kindSaid !== '' && !kind ? [`不认识的城乡类型“${kindSaid.slice(0, 20)}”，没有用`] : []),
  ];
  const fault = code.fault ?? (level ? undefined : wrongLength(code.code));
  return {
    code: code.code,
    name: textOf(written.name),
    parent: parent.code,
    notes,
    ...(level ? { level } : {}),
    ...(kind ? { kind } : {}),
    ...(fault ? { fault } : {}),
  };
};

const wrongLength = (code: string) => ({
  what: `编码“${code.slice(0, 30)}”的位数看不出是哪一级`,
  remedy: '区县 6 位、街道 9 位、社区 12 位、网格 15 位；其他位数要写级别',
});

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).replace(/\s+/gu, ' ').trim();

/** A number is written out; and codes of statistics, which fill up with zeros to twelve digits, are cut. */
const codeOf = (value: unknown) => {
  const text =
    typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : textOf(value);
  const read = toCode(typeof value === 'number' ? { text, number: value } : { text });
  const notes = read.note ? [read.note] : [];
  if (read.fault || text === '')
    return {
      code: read.code,
      notes,
      fault: { what: read.fault ?? '没有写编码', remedy: '把编码存成文本再导出' },
    };
  const short = /^(\d{6})0{6}$/u.exec(read.code)?.[1] ?? /^(\d{9})0{3}$/u.exec(read.code)?.[1];
  return short === undefined
    ? { code: read.code, notes }
    : { code: short, notes: [...notes, '12 位统计编码末尾补的 0 已去掉'] };
};

const named = <T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
  said: string,
): T | undefined =>
  (Object.keys(names) as T[]).find(
    (key) => said === key || names[key].some((name) => plainName(name) === plainName(said)),
  );

/** The level that a code's length tells. */
const levelOf = (code: string): Level | undefined => {
  if (!/^\d+$/u.test(code)) return undefined;
  if (/^\d{2}(?:0{4})?$/u.test(code)) return 'province';
  if (/^\d{4}(?:0{2})?$/u.test(code)) return 'city';
  const lengths: Readonly<Record<number, Level>> = { 6: 'county', 9: 'street', 12: 'community', 15: 'grid' };
  return lengths[code.length] ?? (code.length > 15 && code.length <= 20 ? 'cell' : undefined);
};
