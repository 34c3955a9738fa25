/**
 * Where things lie in LevelDB. Items and index entries lie where dynalite puts them; `~` occurs in no table, index or stream name.
 * A prefix's range ends before `prefix + '\uffff'`: everything after it is hexadecimal, digits or a name.
 */
export const tableKey = (table: string) => `table~${table}`;
export const itemKey = (table: string, key: string) => `item-${table}~${key}`;
export const indexKey = (scope: 'global' | 'local', table: string, index: string) =>
  `index-${scope}~${table}~${index}~`;
export const expiryPrefix = (table: string) => `expiry~${table}~`;
export const expiryKey = (table: string, seconds: number, key: string) =>
  `${expiryPrefix(table)}${String(seconds).padStart(12, '0')}~${key}`;
export const recordKey = (arn: string, sequence: string) => `stream~${arn}~${sequence}`;
export const tokenKey = (at: number, token: string) => `token~${String(at).padStart(15, '0')}~${token}`;
export const SEQUENCE_KEY = 'meta~sequence';

export const under = (prefix: string) => ({ gte: prefix, lt: `${prefix}\uffff` });
