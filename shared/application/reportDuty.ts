import type { DutyNotice } from '../contracts/notice.ts';
import { conversationSchema, type Turn } from '../contracts/turn.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { rootOf } from '../domain/city/rootOf.ts';
import { streetsUnder } from '../domain/city/streetsUnder.ts';
import { type DutyShare, DutyTally } from '../domain/duty/DutyTally.ts';
import { type Close, lastClose } from '../domain/duty/lastClose.ts';
import type { Cities, DutyMarkStore } from './cityPorts.ts';
import { DUTY_SETTLED } from './DUTY_SETTLED.ts';
import type { Now, RowStore } from './ports.ts';
import { readOpen } from './readOpen.ts';
import { turnOf } from './turnOf.ts';

export interface DutyWorld {
  readonly cities: Pick<Cities, 'current'>;
  readonly rows: Pick<RowStore, 'openInArea'>;
  readonly mark: DutyMarkStore;
  readonly tell: (turns: readonly Turn[]) => Promise<unknown>;
  readonly now: Now;
}

export interface DutyReport {
  /** Superiors told. */
  readonly told: number;
  /** Superiors without a chat account, and cases that nobody stands above: nobody could be told of these. */
  readonly unreached: { readonly superiors: number; readonly cases: number };
  /** A street had more open cases than are read. */
  readonly cut: boolean;
}

/** Streets read with one bound on what is read of them. */
const STREETS = 64;
/** Lines of one message, for each of the two kinds. */
const MOST_LINES = 10;

/**
 * 值守: after the close of hours of each working day superiors hear once what then was not signed for or not confirmed. Undefined when
 * that was done. A day missed is made up for as soon as this runs again; a crash before the mark sends the same messages again,
 * which their ids make known.
 */
export const reportDuty = (world: DutyWorld) => async (): Promise<DutyReport | undefined> => {
  const [know, mark] = await Promise.all([world.cities.current(), world.mark.load()]);
  const now = world.now();
  const close = lastClose(now - DUTY_SETTLED, know.city.hours, know.calendar);
  if (mark && mark.day >= close.day) return undefined;
  const tally = new DutyTally(know, now);
  const cut = await count(world, know, close, tally);
  const { turns, unreached } = messages(tally.shares(), close, know);
  await world.tell(turns);
  await world.mark.save({ step: (mark?.step ?? 0) + 1, day: close.day });
  return { told: turns.length, unreached: { superiors: unreached, cases: tally.aboveNobody }, cut };
};

const count = async (
  { rows }: DutyWorld,
  know: Knowledge,
  { at }: Close,
  tally: DutyTally,
): Promise<boolean> => {
  const streets = streetsUnder(rootOf(know).code, know);
  let cut = false;
  for (let i = 0; i < streets.length; i += STREETS) {
    const more = await readOpen(rows, streets.slice(i, i + STREETS), ({ number, leaf, unsigned = [] }) => {
      for (const one of unsigned) if (one.since <= at) tally.add(number, leaf, one);
    });
    cut ||= more;
  }
  return cut;
};

const messages = (
  shares: ReadonlyMap<string, DutyShare>,
  close: Close,
  know: Knowledge,
): { readonly turns: readonly Turn[]; readonly unreached: number } => {
  const turns = [...shares].flatMap(([person, share]) => {
    const conversation = conversationSchema.safeParse(know.conversationOf(person));
    if (!conversation.success) return [];
    const notice = noticeOf(share, close);
    return [turnOf({ conversation: conversation.data, notice, correlation: notice.id })];
  });
  return { turns, unreached: shares.size - turns.length };
};

const noticeOf = ({ count: cases, numbers, ...lines }: DutyShare, { day, at }: Close): DutyNotice => ({
  // The same day is one message, whatever it says when it is sent again.
  id: `duty#${day}`,
  kind: 'duty',
  at,
  day,
  count: cases,
  numbers: [...numbers],
  unsigned: shortened(lines.unsigned),
  unconfirmed: shortened(lines.unconfirmed),
});

const shortened = (lines: DutyShare['unsigned']): DutyNotice['unsigned'] => ({
  lines: lines.slice(0, MOST_LINES).map((line) => ({ ...line, name: line.name.slice(0, 60) })),
  all: lines.length,
});
