import type { Change } from '../../../shared/city/diff/Change.ts';
import { countChanges } from '../../../shared/city/diff/countChanges.ts';

/** The changes part by part: `台账：换人 2，新增 1`, and with `lines` every one below. */
export const tellChanges = (
  changes: readonly Change[],
  out: (line: string) => void,
  { lines }: { readonly lines: boolean },
): void => {
  for (const { summary, changes: those } of countChanges(changes)) {
    out(summary);
    if (lines) for (const { text } of those) out(`  ${text}`);
  }
};
