/** One measured figure. `met` only where there is a goal. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly goal?: string;
  readonly met?: boolean;
}

/** A figure that should be at least, or at most, so much. */
export const against = (
  what: string,
  value: number,
  goal: { readonly least?: number; readonly most?: number; readonly unit: string },
): Figure => {
  const text = (figure: number): string =>
    `${figure >= 100 ? Math.round(figure).toLocaleString('en') : Number(figure.toPrecision(3))} ${goal.unit}`;
  const limit = goal.least ?? goal.most ?? 0;
  return {
    what,
    value: text(value),
    goal: `${goal.least === undefined ? '≤' : '≥'} ${text(limit)}`,
    met: goal.least === undefined ? value <= limit : value >= limit,
  };
};

/** Calls per second of processor time of this thread: the machine may be busy with other things. */
export const perSecond = (count: number, work: (i: number) => void): number => {
  for (let i = 0; i < Math.min(count, 20_000); i++) work(i);
  const before = process.threadCpuUsage();
  for (let i = 0; i < count; i++) work(i);
  const used = process.threadCpuUsage(before);
  return count / ((used.user + used.system) / 1e6);
};
