import type { z } from 'zod';
import type { Path } from '../source/Source.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

export interface Explained {
  readonly path: Path;
  readonly what: string;
  readonly remedy: string;
  /** Nothing is there. */
  readonly missing?: true;
  /** The key that a mistyped one was probably meant to be. */
  readonly meant?: string;
}

/** All issues of one entry; a key that is only mistyped is not missing as well. */
export const explainIssues = (
  issues: readonly Issue[],
  known: (path: Path) => readonly string[],
): readonly Explained[] => {
  const all = issues.flatMap((issue) => explainIssue(issue, known));
  const meant = new Set(all.flatMap((said) => said.meant ?? []));
  return all.filter((said) => !said.missing || !meant.has(said.path.join('/')));
};

/** A schema issue in the words of a clerk. An issue that names several keys becomes one sentence for each. */
const explainIssue = (issue: Issue, known: (path: Path) => readonly string[]): readonly Explained[] => {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const label = labelOf(path);
  const say = (what: string, remedy: string): readonly Explained[] => [
    { path, what: `${label}${what}`, remedy },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        unknownKey(
          path,
          key,
          known(path).filter((name) => !Object.hasOwn(Object(issue.input), name)),
        ),
      );
    case 'custom':
      return say(label ? `：${issue.message}` : issue.message, String(issue.params?.remedy ?? '改正它'));
    case 'invalid_type':
      return issue.input === undefined
        ? [{ path, what: `${label} 没有写`, remedy: '补上它', missing: true }]
        : say(` 应为${KINDS[issue.expected] ?? issue.expected}，写的是${kindOf(issue.input)}`, retype(issue));
    case 'invalid_value':
      return issue.input === undefined
        ? [{ path, what: `${label} 没有写`, remedy: '补上它', missing: true }]
        : say(`：不能是“${short(issue.input)}”`, `只能是 ${issue.values.join('、')}`);
    case 'invalid_union':
      return explainUnion(issue, known, say);
    case 'too_small':
      return issue.origin === 'array'
        ? say(` 不到 ${issue.minimum} 项`, `至少写 ${issue.minimum} 项`)
        : say(` 小于 ${issue.minimum}`, `至少为 ${issue.minimum}`);
    case 'too_big':
      return issue.origin === 'array'
        ? say(` 多于 ${issue.maximum} 项`, `最多写 ${issue.maximum} 项`)
        : say(` 超过 ${issue.maximum}`, `最多为 ${issue.maximum}`);
    default:
      return say(` 的写法不对`, '对照城市文件夹的说明改正');
  }
};

/** The last alternative is the one that was meant: the others are "may be empty". */
const explainUnion = (
  issue: Extract<Issue, { code: 'invalid_union' }>,
  known: (path: Path) => readonly string[],
  say: (what: string, remedy: string) => readonly Explained[],
): readonly Explained[] => {
  if (issue.discriminator) return say(' 不是 Polygon 或 MultiPolygon', '从地图软件重新导出这个图形');
  const inner = issue.errors.at(-1) ?? [];
  return inner.flatMap((meant) => {
    const path = [...issue.path, ...meant.path];
    return explainIssue({ ...meant, path, input: meant.input ?? issue.input } as Issue, known);
  });
};

const unknownKey = (path: Path, key: string, known: readonly string[]): Explained => {
  const close = nearest(key, known);
  const remedy = close
    ? `是不是“${close}”？`
    : known.length > 0
      ? `删去它；这里只能写 ${known.join('、')}`
      : '删去它';
  return {
    path: [...path, key],
    ...(close ? { meant: [...path, close].join('/') } : {}),
    what: `不认识的键“${key.slice(0, 40)}”`,
    remedy,
  };
};

const labelOf = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join('.');

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  tuple: '列表',
  object: '一组键和值',
};

const kindOf = (input: unknown): string => {
  if (input === null) return '空值';
  if (Array.isArray(input)) return '列表';
  if (typeof input === 'object') return '一组键和值';
  return `${KINDS[typeof input] ?? typeof input}“${short(input)}”`;
};

const retype = (issue: Extract<Issue, { code: 'invalid_type' }>): string =>
  issue.expected === 'string' && typeof issue.input === 'number'
    ? '两边加上引号（不加引号会丢掉开头的 0）'
    : issue.expected === 'number' || issue.expected === 'int'
      ? '只写数字'
      : `改成${(KINDS[issue.expected] ?? issue.expected).trim()}`;

const short = (input: unknown): string => String(input).slice(0, 40);
