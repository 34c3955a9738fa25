import type { Finding } from '../Fault.ts';

/** Nobody reads more lines about one thing; by then it is one mistake, made everywhere. */
const MOST = 1000;

/** The first findings of one kind, and one line for how many more there are: `more` goes before their number. */
export const tellFirst = (findings: readonly Finding[], more: string): readonly Finding[] =>
  findings.length <= MOST
    ? findings
    : [
        ...findings.slice(0, MOST),
        {
          at: ['areas'],
          what: `${more} ${findings.length - MOST} 处，没有列出`,
          remedy: '先改正列出的，再检查一次',
          ...(findings[0]?.note ? { note: true as const } : {}),
        },
      ];
