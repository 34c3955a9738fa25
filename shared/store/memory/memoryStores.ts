import type {
  CaseRow,
  CaseStore,
  Due,
  ListedCases,
  LiveSocket,
  RowStore,
  ScanNumbers,
  SocketStore,
  TalkRecord,
  TalkStore,
} from '../../application/ports.ts';
import type { Case } from '../../domain/case/Case.ts';
import { ENDED } from '../../domain/case/Case.ts';
import type { Entry } from '../../domain/case/CaseEvent.ts';
import { nextDue } from '../../domain/case/nextDue.ts';
import { streetOf } from '../../domain/city/streetOf.ts';
import { keys, monthOf } from '../accessPatterns.ts';

/** The stores of one process: for simulations and tests that need no table. They keep the same contract as the table's. */
export const memoryCases = (): CaseStore & { readonly scan: ScanNumbers } => {
  const snapshots = new Map<string, Case>();
  const entries = new Map<string, readonly Entry[]>();
  return {
    load: async (number) => snapshots.get(number),
    loadMany: async (numbers) => numbers.flatMap((number) => snapshots.get(number) ?? []),
    history: async (number, after = 0) => (entries.get(number) ?? []).slice(after),
    commit: async (next, entry) => {
      if ((snapshots.get(next.number)?.version ?? 0) !== entry.seq - 1) return 'conflict';
      snapshots.set(next.number, structuredClone(next));
      entries.set(next.number, [...(entries.get(next.number) ?? []), structuredClone(entry)]);
      return 'committed';
    },
    listDue: async (shard, until, limit, after) =>
      [...snapshots.values()]
        .flatMap((state) => {
          const due = nextDue(state);
          return due !== undefined &&
            due <= until &&
            keys.due(state.number, due).dueShard.endsWith(shardText(shard))
            ? [{ number: state.number, due }]
            : [];
        })
        .sort(inOrder)
        .filter((one) => after === undefined || inOrder(one, after) > 0)
        .slice(0, limit),
    scan: async () => ({ numbers: [...snapshots.keys()] }),
  };
};

const inOrder = (a: Due, b: Due): number => a.due - b.due || Number(a.number) - Number(b.number);

const shardText = (shard: number): string => String(shard).padStart(2, '0');

export const memoryTalks = <Session>(): TalkStore<Session> => {
  const talks = new Map<string, TalkRecord<Session>[]>();
  const of = (conversation: string) => talks.get(conversation) ?? [];
  return {
    latest: async (conversation) => of(conversation).at(-1),
    at: async (conversation, seq) => of(conversation).find((record) => record.seq === seq),
    find: async (conversation, turn, since) =>
      of(conversation).findLast((record) => record.turn === turn && record.at >= since),
    append: async (record) => {
      if (of(record.conversation).some((one) => one.seq === record.seq)) return 'conflict';
      talks.set(record.conversation, [...of(record.conversation), structuredClone(record)]);
      return 'appended';
    },
    after: async (conversation, seq, limit) =>
      of(conversation)
        .filter((record) => record.seq > seq)
        .slice(0, limit),
  };
};

const placeOf = ({ leaf, number }: Pick<CaseRow, 'leaf' | 'number'>): string => `${leaf}#${number}`;

export const memoryRows = (): RowStore & { readonly listed: ListedCases } => {
  const rows = new Map<string, { readonly row: CaseRow; readonly reporter: string }>();
  const select = (matches: (row: CaseRow, reporter: string) => boolean): readonly CaseRow[] =>
    [...rows.values()]
      .filter(({ row, reporter }) => matches(row, reporter))
      .map(({ row }) => row)
      .sort((a, b) => (a.number < b.number ? -1 : 1));
  const page = (found: readonly CaseRow[], limit: number, after = ''): readonly CaseRow[] =>
    found.filter((row) => row.number > after).slice(0, limit);
  return {
    save: async (row, reporter) => {
      if ((rows.get(row.number)?.row.version ?? 0) <= row.version) rows.set(row.number, { row, reporter });
    },
    openInArea: async (street, limit, after) =>
      select((row) => streetOf(row.leaf) === street && !ENDED.has(row.stage))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .filter((row) => after === undefined || placeOf(row) > placeOf(after))
        .slice(0, limit),
    openInLeaf: async (leaf, limit) =>
      select((row) => row.leaf === leaf && !ENDED.has(row.stage)).slice(0, limit),
    endedInArea: async (street, month, limit, after) =>
      page(
        select(
          (row) => streetOf(row.leaf) === street && monthOf(row.number) === month && ENDED.has(row.stage),
        ),
        limit,
        after,
      ),
    tasksIn: async (list, most, after = '') => {
      const all = select((row) => !ENDED.has(row.stage) && row.leaf.startsWith(list.under))
        .filter((row) => list.kind !== 'owned' || [row.owner, ...(row.others ?? [])].includes(list.owner))
        .filter((row) => placeOf(row) > after)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const read = all.slice(0, most);
      const lines = read
        .filter(({ owner }) => list.kind !== 'supervised' || owner.startsWith('supervisor@'))
        .filter(({ owner, others }) => list.kind !== 'open' || others || !owner.startsWith('resident@'))
        .map(({ number, leaf, owner, others }) =>
          list.kind === 'owned'
            ? { number, leaf, owner: list.owner }
            : { number, leaf, owner, ...(others ? { others } : {}) },
        );
      const last = all.length > read.length ? read.at(-1) : undefined;
      return {
        lines,
        read: read.length,
        more: last !== undefined,
        ...(last ? { next: placeOf(last) } : {}),
      };
    },
    numbersOfReporter: async (conversation, limit) =>
      select((_row, reporter) => reporter === conversation)
        .toReversed()
        .slice(0, limit)
        .map((row) => row.number),
    listed: {
      page: async () => ({
        listed: select((row) => !ENDED.has(row.stage)).map(({ number, leaf, version }) => ({
          number,
          leaf,
          version,
        })),
      }),
      drop: async ({ number, version }) => {
        if (rows.get(number)?.row.version === version) rows.delete(number);
      },
    },
  };
};

export const memorySockets = (): SocketStore => {
  const sockets = new Map<string, readonly LiveSocket[]>();
  const of = (conversation: string) => sockets.get(conversation) ?? [];
  return {
    add: async (conversation, socket) => {
      sockets.set(conversation, [...of(conversation), socket]);
    },
    list: async (conversation, now) =>
      of(conversation)
        .filter((socket) => socket.until >= now)
        .toSorted((a, b) => b.until - a.until),
    remove: async (conversation, { connection }) => {
      sockets.set(
        conversation,
        of(conversation).filter((socket) => socket.connection !== connection),
      );
    },
  };
};
