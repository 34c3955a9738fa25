/** Shape of the one table, shared by the store and the infrastructure. Key patterns: `shared/store/accessPatterns.ts`. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttl: 'ttl',
  /** Sparse: only open cases have these two attributes. Projects keys only. */
  dueIndex: { name: 'due', partitionKey: 'dueShard', sortKey: 'dueAt' },
  /** Sort keys of history entries begin with this; the stream mapping passes nothing else. */
  entryPrefix: 'E#',
} as const;

/** Shards of the due index: a hot index key would throttle the table's own writes. */
export const DUE_SHARDS = 32;

/** Shards of notices that wait for the end of the quiet hours: written one by one, read to their ends each minute. */
export const HELD_SHARDS = 8;
