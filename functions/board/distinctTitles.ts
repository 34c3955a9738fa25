import type { BoardChoice } from '../../shared/contracts/board.ts';
import { phrases } from './phrases.ts';

/** What stands on each line of a list: the name, and where several have one name, the area that tells them apart: 便民药店（向阳社区）. */
export const distinctTitles = (
  choices: readonly Pick<BoardChoice, 'name' | 'within'>[],
): readonly string[] => {
  const byName = Map.groupBy(choices, ({ name }) => name);
  return choices.map(({ name, within }) => {
    const same = (byName.get(name) ?? []).map((one) => one.within.split(' '));
    if (same.length === 1) return name;
    const own = within.split(' ');
    const isOnly = (at: number): boolean => same.filter((areas) => areas[at] === own[at]).length === 1;
    const at = own.findIndex((_, level) => isOnly(level));
    // No level alone does it: all of them together do.
    return phrases.titleIn(name, at < 0 ? within : (own[at] ?? within));
  });
};
