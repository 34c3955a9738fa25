import { normalise } from '../../../shared/domain/text/normalise.ts';

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Two characters are enough: people say 户口本 for 户口簿. */
const SHORTEST = 2;

/** Those whose names a text means. Where two share characters (居住证明, 收入证明) the one that fits more of them is meant. */
export const findMaterials = <T extends { readonly name: string }>(
  raw: string,
  materials: readonly T[],
): readonly T[] => {
  const text = normalise(raw);
  const found = materials.flatMap((material) => {
    const run = longestRun(text, normalise(material.name));
    return run.length >= SHORTEST ? [{ material, run }] : [];
  });
  return found
    .filter(({ run }) => !found.some((other) => other.run.length > run.length && overlap(other.run, run)))
    .map(({ material }) => material);
};

const longestRun = (text: string, name: string): Run => {
  let best: Run = { start: 0, length: 0 };
  for (let start = 0; start < text.length; start++)
    for (let length = best.length + 1; start + length <= text.length; length++) {
      if (!name.includes(text.slice(start, start + length))) break;
      best = { start, length };
    }
  return best;
};

const overlap = (a: Run, b: Run): boolean => a.start < b.start + b.length && b.start < a.start + a.length;
