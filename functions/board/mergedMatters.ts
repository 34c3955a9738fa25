import type { Matter } from '../../shared/contracts/board.ts';

/** Matters of one name that one unit leads are one line: what differs are the conditions, and those that do not are said once. */
export const mergedMatters = (matters: readonly Matter[]): readonly Matter[] =>
  [...Map.groupBy(matters, ({ name }) => name).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const conditions = same.flatMap((matter) => matter.conditions);
    const each = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]));
    return [{ ...first, conditions: [...each.values()] }];
  });
