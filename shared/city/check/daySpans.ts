import { dateText, dayNumber } from '../../domain/time/Instant.ts';

/** Days from one to another, both included, as day numbers; open ends are infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Calendars end there; who writes it means for ever. */
const FOREVER = '2099-12-31';

/** A term that ends before it begins is told of elsewhere: it was meant to hold, nobody knows when. */
export const termOf = ({ from, to = FOREVER }: { readonly from: string; readonly to?: string }): Span =>
  to < from
    ? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    : { from: dayNumber(from), to: to >= FOREVER ? Number.POSITIVE_INFINITY : dayNumber(to) };

/** The days from `start` on, for ever, that none of the spans holds. They come in order and apart. */
export const gapsAfter = (start: number, spans: readonly Span[]): readonly Span[] => {
  const gaps: Span[] = [];
  let free = start;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > free) gaps.push({ from: free, to: from - 1 });
    free = Math.max(free, to + 1);
  }
  return Number.isFinite(free) ? [...gaps, { from: free, to: Number.POSITIVE_INFINITY }] : gaps;
};

/** `从 2026-10-01 起`, `在 2026-10-01 至 2026-10-07 `, `在 2026-10-01 `: the next word follows directly. */
export const nameSpan = ({ from, to }: Span): string =>
  to === Number.POSITIVE_INFINITY
    ? Number.isFinite(from)
      ? `从 ${dateText(from)} 起`
      : '一直'
    : from === to
      ? `在 ${dateText(from)} `
      : `在 ${dateText(from)} 至 ${dateText(to)} `;
