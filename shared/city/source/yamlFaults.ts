import { type Document, isCollection, isScalar, type LineCounter, visit, type YAMLError } from 'yaml';
import type { SyntaxFault } from './Source.ts';

/**
 * The syntax faults of a YAML document, one a line, each at the line to be mended. The parser notices a bracket or a quote that is
 * not closed only where the next thing begins: it is told where it was opened. What a fault does to the text behind it is not told.
 */
export const yamlFaults = (text: string, document: Document, lines: LineCounter): readonly SyntaxFault[] => {
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = new Map<number, SyntaxFault>();
  const tell = (at: number, said: Said): void => {
    const line = lineAt(at);
    if (!faults.has(line)) faults.set(line, { line, ...said });
  };
  const open = openNodes(text, document);
  for (const [at] of open) tell(at, leftOpen(text.charAt(at)));
  const others = document.errors
    .filter(({ pos }) => !open.some(([at, end]) => pos[0] > at && pos[0] <= end + 1))
    .toSorted((a, b) => a.pos[0] - b.pos[0]);
  const isCaused = ({ code, pos }: YAMLError, i: number): boolean => {
    const before = others.slice(0, i).filter((error) => error.code !== 'DUPLICATE_KEY');
    if (code === 'UNEXPECTED_TOKEN') return before.length > 0 || open.some(([at]) => at < pos[0]);
    const last = before.at(-1);
    return code === 'BLOCK_AS_IMPLICIT_KEY' && !!last && lineAt(last.pos[0]) >= lineAt(pos[0]) - 1;
  };
  const own = others.filter((error, i) => !isCaused(error, i));
  // A tab spoils its line in other ways, too.
  for (const error of [...own.filter(isTab), ...own]) tell(error.pos[0], explain(error, text));
  return [...faults.values()];
};

type Said = Pick<SyntaxFault, 'what' | 'remedy'>;

/** From where to where brackets and quotes reach that are not closed: the innermost, since those around it lose their end to it. */
const openNodes = (text: string, document: Document): readonly (readonly [at: number, end: number])[] => {
  const found: (readonly [number, number])[] = [];
  visit(document, {
    Node: (_key, node) => {
      const [at, end] = node.range ?? [0, 0];
      const isFlow = isCollection(node) && node.flow === true;
      const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (!isFlow && !isQuoted) return;
      if (end - at < 2 || text.charAt(end - 1) !== CLOSE[text.charAt(at)]) found.push([at, end]);
    },
  });
  return found.filter(
    (node) => !found.some((inner) => inner !== node && inner[0] > node[0] && inner[0] < node[1]),
  );
};

const CLOSE: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

const leftOpen = (sign: string): Said => ({
  what: `这里的 ${sign} 打开以后没有关上`,
  remedy: `补上 ${CLOSE[sign] ?? sign}`,
});

const isTab = ({ code }: YAMLError): boolean => code === 'TAB_AS_INDENT';

const explain = ({ code, pos: [at] }: YAMLError, text: string): Said => {
  const known = EXPLAINED[code];
  if (known) return known;
  if (code === 'UNEXPECTED_TOKEN')
    return {
      what: `多出了“${/^[\]}"',:]|[^\s]{1,10}/u.exec(text.slice(at, at + 20).trim())?.[0] ?? ''}”`,
      remedy: '删去多余的，或补上前面少的括号；内容里要有这些符号时，整个内容用双引号括起来',
    };
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (code === 'MISSING_CHAR' && before.trim() === '') return NO_COLON;
  return { what: `YAML 写法不对（${code}）`, remedy: '检查这一行的缩进、冒号、引号和括号' };
};

const NO_COLON: Said = {
  what: '这一行少了冒号，或冒号后面没有空格',
  remedy: '写成“键: 值”：半角冒号，后面空一格；列表的每一项以“- ”开头',
};

const EXPLAINED: Readonly<Record<string, Said>> = {
  DUPLICATE_KEY: { what: '同一个键写了两次', remedy: '只留一个' },
  TAB_AS_INDENT: { what: '缩进用了制表符', remedy: '改用空格缩进' },
  BAD_INDENT: { what: '缩进不对', remedy: '与同级的行对齐' },
  MULTIPLE_DOCS: { what: '一个文件里有多个 YAML 文档（---）', remedy: '只留一个' },
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  BLOCK_AS_IMPLICIT_KEY: {
    what: '这一行的内容里又有冒号',
    remedy: '整个内容用双引号括起来；或者是缩进不对',
  },
};
