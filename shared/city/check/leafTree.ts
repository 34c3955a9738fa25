import type { Area } from '../../domain/city/City.ts';
import { LEVELS } from '../schema/settingsSchema.ts';
import { type Draft, finestOf, levelsOf } from './Draft.ts';

/**
 * The areas that hang together, from the root down, each followed by all that is below it. What has no way up to the root, uses a
 * code again or lies deeper than there are levels is told of elsewhere and is not in it: whatever the folder holds, it is a tree.
 */
export interface LeafTree {
  readonly areas: readonly Area[];
  /** Where each stands in the city's list. */
  readonly indexes: Int32Array;
  /** Position of the parent; -1 of the root. */
  readonly parents: Int32Array;
  /** The position after the last that is below it. */
  readonly ends: Int32Array;
  /** How many leaves it has; a leaf has itself. */
  readonly leaves: Int32Array;
}

/** What has nothing below it and is no leaf (a street without grids) is told of elsewhere, and counts for nothing here. */
export const isLeaf = ({ ends, leaves }: LeafTree, at: number): boolean =>
  ends[at] === at + 1 && leaves[at] === 1;

export const leafTree = (draft: Draft): LeafTree => {
  const all = draft.city.areas ?? [];
  const known = trees.get(all) ?? plant(draft, all);
  trees.set(all, known);
  return known;
};

const trees = new WeakMap<readonly Area[], LeafTree>();

interface Node {
  readonly index: number;
  readonly area: Area;
  readonly parent: number;
  readonly hasChildren: boolean;
}

const plant = (draft: Draft, all: readonly Area[]): LeafTree => {
  const finest = finestOf(levelsOf(draft));
  const isFinest = ({ level, polygons }: Area): boolean => finest?.includes(level) ?? polygons !== undefined;
  const nodes = walk(all);
  const leaves = Int32Array.from(nodes, ({ area, hasChildren }) => (!hasChildren && isFinest(area) ? 1 : 0));
  const ends = Int32Array.from(nodes.keys(), (at) => at + 1);
  for (let at = nodes.length - 1; at > 0; at--) {
    const parent = nodes[at]?.parent ?? 0;
    leaves[parent] = (leaves[parent] ?? 0) + (leaves[at] ?? 0);
    ends[parent] = Math.max(ends[parent] ?? 0, ends[at] ?? 0);
  }
  return {
    areas: nodes.map(({ area }) => area),
    indexes: Int32Array.from(nodes, ({ index }) => index),
    parents: Int32Array.from(nodes, ({ parent }) => parent),
    ends,
    leaves,
  };
};

/** Depth first, children in the order of the file. */
const walk = (all: readonly Area[]): readonly Node[] => {
  const below = Map.groupBy(all.entries(), ([, { parent }]) => parent);
  const nodes: Node[] = [];
  const seen = new Set<string>();
  const visit = ([index, area]: readonly [number, Area], parent: number, depth: number): void => {
    if (seen.has(area.code) || depth > LEVELS.length) return;
    seen.add(area.code);
    const children = below.get(area.code) ?? [];
    const at = nodes.push({ index, area, parent, hasChildren: children.length > 0 }) - 1;
    for (const child of children) visit(child, at, depth + 1);
  };
  const [root] = below.get(undefined) ?? [];
  if (root) visit(root, -1, 1);
  return nodes;
};
