import type { Grade, Rating } from '../../../shared/domain/case/Case.ts';

/** Grades of the three things, as far as they were said, and the words besides. */
export type SaidParts = Partial<Pick<Rating, 'overall' | 'openness' | 'result'>> & {
  readonly opinion: string;
};

const NAMES = [
  ['openness', '信息公开|公开'],
  ['result', '服务结果|办理结果|处理结果|结果'],
  ['overall', '总体评价|总体|整体|总的|综合'],
] as const;

/** Longer ones first: 不满意 holds 满意. */
const WORDS: readonly (readonly [string, Grade])[] = [
  ['非常不满意', 'D'],
  ['很不满意', 'D'],
  ['不太满意', 'D'],
  ['不满意', 'D'],
  ['非常满意', 'A'],
  ['很满意', 'A'],
  ['比较满意', 'B'],
  ['满意', 'B'],
  ['一般', 'C'],
];
const BUILDING = 'a-z座栋幢区楼口单号段户馆门';
/** A word of grade stands by itself: 「总体满意吗」 and 「总体满意不起来」 grade nothing. */
const ENDS = `(?=了?(?:$|[\\s,，、/;；。.!！~～]|${NAMES.map(([, names]) => names).join('|')}))`;
const GRADE = `([a-d])(?![${BUILDING}])|(${WORDS.map(([word]) => word).join('|')})${ENDS}`;
const GAP = '[\\s,，、/;；。.]*';
/** `A B A 修得很快`, `AAB`: in the order in which they are asked for. */
const IN_ORDER = new RegExp(
  `^${GAP}([a-d])${GAP}([a-d])${GAP}([a-d])(?![${BUILDING}])${GAP}([\\s\\S]*)$`,
  'iu',
);

/** 「信息公开A，服务结果B，总体B，修得慢」, 「A B B 修得慢」. Undefined when no part is graded by its name, nor all three in order. */
export const readParts = (raw: string): SaidParts | undefined => {
  const said = raw.normalize('NFKC');
  const [whole, openness, result, overall, opinion = ''] = IN_ORDER.exec(said) ?? [];
  if (whole !== undefined)
    return { openness: letter(openness), result: letter(result), overall: letter(overall), opinion };
  let rest = said;
  const named: Partial<Record<(typeof NAMES)[number][0], Grade>> = {};
  for (const [part, names] of NAMES) {
    const found = new RegExp(`(?:${names})(?:评价|打分)?[：:\\s是给评为打选]*(?:${GRADE})`, 'iu').exec(rest);
    if (!found) continue;
    named[part] = found[1] ? letter(found[1]) : (WORDS.find(([word]) => word === found[2])?.[1] ?? 'C');
    rest = rest.replace(found[0], ' ');
  }
  if (Object.keys(named).length === 0) return undefined;
  return { ...named, opinion: rest.replace(new RegExp(`^${GAP}|${GAP}$`, 'gu'), '').trim() };
};

const letter = (said: string | undefined): Grade => (said ?? 'C').toUpperCase() as Grade;
