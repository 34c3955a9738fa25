import type { Border, Corner } from './Border.ts';

/** A run of borders between the same two neighbours, from where a third one meets them to where the next does. */
export interface Arc {
  /** At least two; of an island the last is the first. */
  readonly corners: readonly Corner[];
  readonly left: number;
  readonly right: number;
}

export const traceArcs = (borders: readonly Border[]): readonly Arc[] => {
  const at = meetings(borders);
  const left = new Set(borders);
  const trace = (first: Border, start: Corner): Arc => {
    const corners = [start];
    let [border, from]: [Border | undefined, Corner] = [first, start];
    while (border && left.delete(border)) {
      from = String(border.low) === String(from) ? border.high : border.low;
      corners.push(from);
      const meeting = at.get(String(from)) ?? [];
      border = passesThrough(meeting) ? meeting.find((other) => left.has(other)) : undefined;
    }
    const forward = String(first.low) === String(start);
    return { corners, left: forward ? first.left : first.right, right: forward ? first.right : first.left };
  };
  const begins = (end: Corner): boolean => !passesThrough(at.get(String(end)) ?? []);
  const traceFrom = (border: Border): readonly Arc[] => {
    const start = [border.low, border.high].find(begins);
    return start && left.has(border) ? [trace(border, start)] : [];
  };
  const arcs = borders.flatMap(traceFrom);
  const islands = borders.flatMap((border) =>
    left.has(border) ? [fromLowest(trace(border, border.low))] : [],
  );
  return [...arcs, ...islands];
};

/** An island begins at a corner that no simplification would leave out. */
const fromLowest = ({ corners, ...sides }: Arc): Arc => {
  const [, ...round] = corners;
  let lowest = 0;
  for (const [i, [x, y]] of round.entries()) {
    const [lowX, lowY] = round[lowest] ?? [x, y];
    if (y < lowY || (y === lowY && x < lowX)) lowest = i;
  }
  return { ...sides, corners: [...round.slice(lowest), ...round.slice(0, lowest + 1)] };
};

/** The borders that end at each corner. */
const meetings = (borders: readonly Border[]): ReadonlyMap<string, readonly Border[]> => {
  const at = new Map<string, Border[]>();
  for (const border of borders)
    for (const end of [border.low, border.high]) {
      const meeting = at.get(String(end));
      if (meeting) meeting.push(border);
      else at.set(String(end), [border]);
    }
  return at;
};

/** Whether an arc goes on at a corner: two borders meet there, of the same neighbours. */
const passesThrough = ([one, two, ...more]: readonly Border[]): boolean =>
  one !== undefined &&
  two !== undefined &&
  more.length === 0 &&
  Math.min(one.left, one.right) === Math.min(two.left, two.right) &&
  Math.max(one.left, one.right) === Math.max(two.left, two.right);
