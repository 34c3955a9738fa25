import type { SyntaxFault } from './Source.ts';

const SEPARATORS = { ';': '分号', '\t': '制表符', '；': '全角分号', '，': '全角逗号' } as const;

/** Some spreadsheets put something else between cells. */
export const otherSeparator = (text: string): SyntaxFault | undefined => {
  const start = text.search(/\S/u);
  const header = /[^\r\n]*/u.exec(text.slice(Math.max(0, start), start + HEADER))?.[0] ?? '';
  const [, name] = Object.entries(SEPARATORS).find(([sign]) => header.includes(sign)) ?? [];
  if (name === undefined || header.includes(',')) return undefined;
  const line = text.slice(0, start).split('\n').length;
  return { line, what: `这一行用${name}分隔`, remedy: '整个文件改用逗号，或用 import 导入' };
};

/** No header is longer. */
const HEADER = 10_000;
