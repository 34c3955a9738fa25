type Above = ReadonlyMap<string, ReadonlySet<string>>;

/** The rings there are when each node names those above it. A node that merely leads into a ring is not on it. */
export const findRings = (above: Above): readonly (readonly string[])[] => {
  const done = new Set<string>();
  return [...above.keys()].flatMap((start) => walkUp(start, above, done));
};

/** Depth first, with a stack of its own: a chain of superiors may be as long as the ledger. */
const walkUp = (start: string, above: Above, done: Set<string>): readonly (readonly string[])[] => {
  const rings: (readonly string[])[] = [];
  const path = new Set<string>();
  const steps: { readonly node: string; readonly leave: boolean }[] = [{ node: start, leave: false }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, leave } = step;
    if (leave) {
      path.delete(node);
      done.add(node);
    } else if (path.has(node)) rings.push([...path].slice([...path].indexOf(node)));
    else if (!done.has(node)) {
      path.add(node);
      steps.push({ node, leave: true });
      steps.push(...[...(above.get(node) ?? [])].map((next) => ({ node: next, leave: false })));
    }
  }
  return rings;
};
