import { type Fault, printFault } from './Fault.ts';

/** As many of the same mistake are told one by one. */
const MOST = 10;
/** Of more only so many, and the lines of the others. */
const FIRST = 5;
/** As many spans of lines as anybody reads in one line. */
const SPANS = 100;

/**
 * Faults as they are printed, each a line; but a mistake that was made in a whole column (one file, one field, one remedy) is told a
 * few times, and then with the lines it stands in: `第 7–140、152 行`. No line is lost. Only where the line tells all: an overlap or
 * a service without a unit says more than where it stands.
 */
export const foldFaults = (faults: readonly Fault[]): readonly string[] => {
  const kinds = [...Map.groupBy(faults, kindOf)].filter(([kind, same]) => kind !== undefined && isMuch(same));
  const others = new Map(kinds.map(([kind, same]) => [kind, same.slice(FIRST)]));
  const folded = new Set([...others.values()].flat());
  return faults.flatMap((fault): readonly string[] => {
    if (!folded.has(fault)) return [printFault(fault)];
    const rest = others.get(kindOf(fault)) ?? [];
    return rest[0] === fault ? tellOthers(fault, rest) : [];
  });
};

/** Where several stand in one line, it does not say which of them is which. */
const isMuch = (same: readonly Fault[]): boolean =>
  same.length > MOST && new Set(same.map(({ line }) => line)).size === same.length;

const kindOf = ({ file, field, remedy }: Fault): string | undefined =>
  field === undefined ? undefined : [file, field, remedy].join('\n');

const tellOthers = (first: Fault, others: readonly Fault[]): readonly string[] => {
  const spans = spansOf(others.map(({ line }) => line));
  const parts = Array.from({ length: Math.ceil(spans.length / SPANS) }, (_, i) =>
    spans.slice(i * SPANS, (i + 1) * SPANS),
  );
  return parts.map((part, i) =>
    printFault({
      ...first,
      line: part[0]?.[0] ?? first.line,
      what: `${i === 0 ? `${first.what}；同样的共 ${others.length} 处` : '还有'}：第 ${part.map(nameSpan).join('、')} 行`,
    }),
  );
};

type Span = readonly [first: number, last: number];

/** Lines in a row, in order. */
const spansOf = (lines: readonly number[]): readonly Span[] => {
  const spans: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const open = spans.at(-1);
    if (open && line === open[1] + 1) open[1] = line;
    else spans.push([line, line]);
  }
  return spans;
};

const nameSpan = ([first, last]: Span): string => (first === last ? String(first) : `${first}–${last}`);
