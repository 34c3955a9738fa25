import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Path, Reading, Source } from './Source.ts';
import { yamlFaults } from './yamlFaults.ts';

/** YAML 1.2, core schema. Every syntax fault is told; data only when there is none. */
export const readYaml = (text: string): Reading<Source> => {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = yamlFaults(text, document, lines);
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
