import type { LedgerRow } from '../city/City.ts';
import { type DateText, dateText, dayNumber } from '../time/Instant.ts';

export interface HandOver {
  /** Who gives their posts away. */
  readonly from: string;
  readonly to: string;
  /** The first day on which the other one holds them. */
  readonly on: DateText;
  /** Only posts in this area. */
  readonly area?: string;
  /** Who takes over, where the ledger does not know them. */
  readonly newcomer?: Pick<LedgerRow, 'name' | 'phone' | 'channel'>;
}

export type HandOverRefusal =
  | { readonly code: 'unknownPerson'; readonly person: string }
  /** The ledger does not know who takes over, and nobody said who they are. */
  | { readonly code: 'unknownSuccessor'; readonly person: string }
  | { readonly code: 'samePerson' }
  | { readonly code: 'noPosts'; readonly person: string };

export type HandedOver<R extends LedgerRow> =
  | { readonly kind: 'rows'; readonly rows: readonly HandedRow<R>[] }
  | { readonly kind: 'refused'; readonly refusal: HandOverRefusal };

/** A row after the hand-over: untouched, changed, or new right after the one it continues. `was` is what it is made of. */
export interface HandedRow<R extends LedgerRow> {
  readonly row: R;
  readonly was?: R;
  readonly isNew?: true;
}

/**
 * 交接: the posts of one person become another's on a day. Rows that run then end the day before and go on as the other's; rows
 * that only begin later are the other's from the start. Wherever the one stood as deputy or superior the other stands from that day,
 * and not before it, except for their own posts: there nobody is their own deputy.
 */
export const handOverRows = <R extends LedgerRow>(rows: readonly R[], order: HandOver): HandedOver<R> => {
  const { from, to, on, area, newcomer } = order;
  if (from === to) return { kind: 'refused', refusal: { code: 'samePerson' } };
  if (!rows.some(({ person }) => person === from))
    return { kind: 'refused', refusal: { code: 'unknownPerson', person: from } };
  const known = rows.find(({ person }) => person === to);
  const who = known ?? newcomer;
  if (!who) return { kind: 'refused', refusal: { code: 'unknownSuccessor', person: to } };
  const isGiven = (row: R): boolean =>
    row.person === from &&
    (row.to === undefined || row.to >= on) &&
    (area === undefined || row.area.startsWith(area));
  const given = rows.filter(isGiven);
  if (given.length === 0) return { kind: 'refused', refusal: { code: 'noPosts', person: from } };
  // Somebody who keeps posts elsewhere is still there to stand in.
  const leaves = given.length === rows.filter((row) => row.person === from && (row.to ?? on) >= on).length;

  const { name, phone, channel } = who;
  const taken = (row: R): R => withStandIns({ ...row, person: to, name, phone, channel }, order);
  /** What runs on that day ends the day before and goes on as `next`; what begins then or later is `next` from the start. */
  const split = (row: R, next: R): readonly HandedRow<R>[] =>
    row.from >= on
      ? [{ row: next, was: row }]
      : [
          { row: { ...row, to: dateText(dayNumber(on) - 1) }, was: row },
          { row: { ...next, from: on }, was: row, isNew: true },
        ];
  return {
    kind: 'rows',
    rows: rows.flatMap((row): readonly HandedRow<R>[] => {
      if (isGiven(row)) return split(row, taken(row));
      const isNamed = row.deputy === from || row.superior === from;
      const runs = (row.to ?? on) >= on;
      return leaves && runs && isNamed ? split(row, withStandIns(row, order)) : [{ row }];
    }),
  };
};

/** Names the other one as deputy and superior; who would be their own is left out. */
const withStandIns = <R extends LedgerRow>(row: R, { from, to }: HandOver): R => {
  const named = (key: 'deputy' | 'superior'): string | undefined => {
    const person = row[key] === from ? to : row[key];
    return person === row.person ? undefined : person;
  };
  const deputy = named('deputy');
  const superior = named('superior');
  const { deputy: _deputy, superior: _superior, ...rest } = row;
  return {
    ...rest,
    ...(deputy === undefined ? {} : { deputy }),
    ...(superior === undefined ? {} : { superior }),
  } as R;
};
