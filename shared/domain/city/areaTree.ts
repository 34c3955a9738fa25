import type { Area } from './City.ts';

/** The areas of a city as a tree. */
export interface AreaTree {
  area(code: string): Area | undefined;
  /** The area itself, then its parents, up to the root. */
  lineage(code: string): readonly Area[];
  childrenOf(code: string): readonly Area[];
  isLeaf(code: string): boolean;
  /** A leaf itself, else those below. */
  leavesUnder(code: string): readonly Area[];
  /** In their order, which is that of the packed shapes. */
  readonly leaves: readonly Area[];
  readonly inner: readonly Area[];
}

export const buildAreaTree = (areas: readonly Area[]): AreaTree => {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const children = Map.groupBy(areas, ({ parent }) => parent);
  const isLeaf = (code: string): boolean => byCode.has(code) && !children.has(code);

  const lineage = (code: string): readonly Area[] => {
    const area = byCode.get(code);
    if (!area) return [];
    return area.parent === undefined ? [area] : [area, ...lineage(area.parent)];
  };
  const leavesUnder = (code: string): readonly Area[] => {
    const area = byCode.get(code);
    if (!area) return [];
    return isLeaf(code) ? [area] : (children.get(code) ?? []).flatMap((child) => leavesUnder(child.code));
  };

  return {
    area: (code) => byCode.get(code),
    lineage,
    childrenOf: (code) => children.get(code) ?? [],
    isLeaf,
    leavesUnder,
    leaves: areas.filter(({ code }) => isLeaf(code)),
    inner: areas.filter(({ code }) => !isLeaf(code)),
  };
};
