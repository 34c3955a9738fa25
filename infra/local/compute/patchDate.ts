import { type ClockCell, shownInstant } from './clockCell.ts';

/** Makes `Date` of this thread show the local clock. Timers and `performance` stay real. */
export const patchDate = (cell: ClockCell): void => {
  const RealDate = Date;
  const realNow = RealDate.now.bind(RealDate);
  const now = () => shownInstant(cell, realNow());
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
  });
};
