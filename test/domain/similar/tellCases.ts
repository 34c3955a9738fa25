import type { Grade } from '../../../shared/domain/case/Case.ts';
import type { SolvedCase } from '../../../shared/domain/similar/SolvedCase.ts';

/** A solved case of the tests, and which matter it is in truth: by that one knows whether it fits. */
export interface Told {
  readonly matter: string;
  readonly solved: SolvedCase;
}

interface Line {
  readonly service: string;
  readonly words: readonly string[];
}

/** `# 01037 路灯异常` says of which service the lines behind it are; a line has its parts between bars. */
export const tellLines = (written: string): readonly Line[] => {
  let service = '';
  return written
    .trim()
    .split('\n')
    .flatMap((line): readonly Line[] => {
      if (!line.startsWith('# ')) return [{ service, words: line.split(' | ') }];
      service = line.split(' ')[1] ?? '';
      return [];
    });
};

/** Of the county of the example city. */
export const leafOf = (cell: string): string => `990101${cell}`;

export const tellCases = (written: string, first = 1): readonly Told[] =>
  tellLines(written).map(
    ({ service, words: [matter = '', cell = '', rating, rounds, text = '', report = ''] }, at) => ({
      matter: `${service}/${matter}`,
      solved: {
        number: `202605${String(first + at).padStart(9, '0')}`,
        service,
        condition: 'a',
        leaf: leafOf(cell),
        text,
        report,
        rounds: Number(rounds),
        ...(rating === '-' ? {} : { rating: rating as Grade }),
      },
    }),
  );
