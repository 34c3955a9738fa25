import type { LeafTree } from './leafTree.ts';

/** An area, but for some below it: both as positions in the tree. */
export interface Covered {
  readonly area: number;
  readonly except: readonly number[];
}

/** A line that excepts more than a few is harder to read than one line for each of what remains. */
const MOST_EXCEPTIONS = 5;

/**
 * Names a set of leaves by as few areas as can be: the highest areas all of whose leaves are in it, or an area but for some.
 * Of two ways that name equally many the one without exceptions is taken.
 */
export const coverLeaves = (tree: LeafTree): ((leaves: readonly number[]) => readonly Covered[]) => {
  const size = tree.areas.length;
  const set: LeafSet = {
    tree,
    inside: new Int32Array(size),
    names: new Int32Array(size),
    exceptions: new Int32Array(size),
  };
  return (leaves) => {
    if (size === 0) return [];
    for (const leaf of leaves) count(leaf, 1, set);
    weigh(0, set);
    const told = tell(0, set);
    for (const leaf of leaves) count(leaf, -1, set);
    return told;
  };
};

/** By position in the tree. Kept from one set to the next: there may be a hundred thousand sets. */
interface LeafSet {
  readonly tree: LeafTree;
  /** How many leaves of the set are in an area. */
  readonly inside: Int32Array;
  /** How many names they take. */
  readonly names: Int32Array;
  /** How many exceptions it takes to name the area itself. */
  readonly exceptions: Int32Array;
}

const count = (leaf: number, n: 1 | -1, { tree, inside }: LeafSet): void => {
  for (let at = leaf; at >= 0; at = tree.parents[at] ?? -1) inside[at] = (inside[at] ?? 0) + n;
};

const isEmpty = (at: number, { inside }: LeafSet): boolean => inside[at] === 0;
const isFull = (at: number, { inside, tree }: LeafSet): boolean => inside[at] === tree.leaves[at];

function* childrenOf(at: number, { ends }: LeafTree): Generator<number> {
  for (let child = at + 1; child < (ends[at] ?? 0); child = ends[child] ?? ends.length) yield child;
}

/** Fills in `names` and `exceptions`, going down only where some leaves are in the set and some are not. */
const weigh = (at: number, set: LeafSet): void => {
  const { tree, names, exceptions } = set;
  names[at] = isEmpty(at, set) ? 0 : 1;
  exceptions[at] = isEmpty(at, set) && tree.leaves[at] ? 1 : 0;
  if (isEmpty(at, set) || isFull(at, set)) return;
  let sum = 0;
  let except = 0;
  for (const child of childrenOf(at, tree)) {
    weigh(child, set);
    sum += names[child] ?? 0;
    except += exceptions[child] ?? 0;
  }
  exceptions[at] = except;
  names[at] = except <= MOST_EXCEPTIONS ? Math.min(sum, except + 1) : sum;
};

const tell = (at: number, set: LeafSet): readonly Covered[] => {
  if (isEmpty(at, set)) return [];
  if (isFull(at, set)) return [{ area: at, except: [] }];
  const children = [...childrenOf(at, set.tree)];
  const sum = children.reduce((total, child) => total + (set.names[child] ?? 0), 0);
  return (set.names[at] ?? 0) < sum
    ? [{ area: at, except: missing(at, set) }]
    : children.flatMap((child) => tell(child, set));
};

/** The highest areas without any leaf of the set. */
const missing = (at: number, set: LeafSet): readonly number[] => {
  if (isEmpty(at, set)) return set.tree.leaves[at] ? [at] : [];
  return isFull(at, set) ? [] : [...childrenOf(at, set.tree)].flatMap((child) => missing(child, set));
};
