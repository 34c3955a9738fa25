/** Nodes that lie on a ring when each names those above it. A node that merely leads into a ring is not on it. */
export const findRings = (above: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const rings: (readonly string[])[] = [];
  for (const start of above.keys()) {
    // A walk of its own rather than recursion: a chain of superiors may be as long as the ledger.
    const path: string[] = [];
    const onPath = new Set<string>();
    const stack: { readonly node: string; readonly leave: boolean }[] = [{ node: start, leave: false }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (step.leave) {
        path.pop();
        onPath.delete(step.node);
        done.add(step.node);
      } else if (onPath.has(step.node)) rings.push(path.slice(path.indexOf(step.node)));
      else if (!done.has(step.node)) {
        path.push(step.node);
        onPath.add(step.node);
        stack.push({ node: step.node, leave: true });
        for (const next of above.get(step.node) ?? []) stack.push({ node: next, leave: false });
      }
    }
  }
  return rings;
};
