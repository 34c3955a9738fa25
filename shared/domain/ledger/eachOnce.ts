import type { Holder } from './buildLedger.ts';

/**
 * Whoever answers in several ways (in their own post, and in that of somebody they stand in for) once, in the own post where there is
 * one. For showing people; who may act is asked of all rows, since whoever is away still may.
 */
export const eachOnce = (holders: readonly Holder[]): readonly Holder[] =>
  [...Map.groupBy(holders, ({ person }) => person).values()].flatMap(
    (rows) => rows.find(({ actingFor }) => actingFor === undefined) ?? rows[0] ?? [],
  );
