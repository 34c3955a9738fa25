import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Path, Reading, Source, SyntaxFault } from './Source.ts';

/** YAML 1.2, core schema. Every syntax fault is told; data only when there is none. */
export const readYaml = (text: string): Reading<Source> => {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = document.errors.map((error): SyntaxFault => {
      const line = Math.max(1, lines.linePos(error.pos[0]).line);
      const known = EXPLAINED[error.code];
      return known ? { line, ...known } : { line, what: `YAML 写法不对（${error.code}）`, remedy: CHECK };
    });
    if (faults.length > 0) return { faults };
    const data: unknown = document.toJS();
    return { read: { data, lineOf: (path) => lineIn(document, lines, path) }, faults };
  } catch {
    // Nesting beyond the stack, or aliases that would grow without bound: no clerk writes that.
    return {
      faults: [{ line: 1, what: 'YAML 嵌套或引用太多，读不下去', remedy: '不要使用别名（&、*）和多层嵌套' }],
    };
  }
};

const CHECK = '检查这一行的缩进、冒号、引号和括号';

const EXPLAINED: Readonly<Record<string, { readonly what: string; readonly remedy: string }>> = {
  DUPLICATE_KEY: { what: '同一个键写了两次', remedy: '只留一个' },
  TAB_AS_INDENT: { what: '缩进用了制表符', remedy: '改用空格缩进' },
  BAD_INDENT: { what: '缩进不对', remedy: '与同级的行对齐' },
  MULTIPLE_DOCS: { what: '一个文件里有多个 YAML 文档（---）', remedy: '只留一个' },
};

const lineIn = (document: Document, lines: LineCounter, path: Path): number => {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const step of path) {
    const inner = child(node, step);
    if (inner === undefined) break;
    node = inner.node;
    offset = inner.offset ?? offset;
  }
  return Math.max(1, lines.linePos(offset).line);
};

const child = (
  node: unknown,
  step: string | number,
): { node: unknown; offset?: number | undefined } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { node: pair.value, offset: (pair.key as Node).range?.[0] };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as Node | undefined;
    return item && { node: item, offset: item.range?.[0] };
  }
  return undefined;
};
