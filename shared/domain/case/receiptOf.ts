import type { Entry } from './CaseEvent.ts';

/** No I L O U: they are read as others, or make words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits of the hash: nobody guesses one, nor finds another entry that has the same. */
const LENGTH = 16;
const BITS = 5;

/** What a resident keeps of an entry, and can ask about: which one it is, and the beginning of its hash. */
interface Receipt {
  readonly seq: number;
  readonly code: string;
}

/** 凭证: `1-7K3M-9QXT-2ABC-D4EF`. Of a case as it stands: `{ seq: version, hash }`. */
export const receiptOf = ({ seq, hash }: Pick<Entry, 'seq' | 'hash'>): string =>
  [seq, ...(codeOf(hash).match(/.{4}/gu) ?? [])].join('-');

/** Whether it was given for this entry. */
export const isReceiptOf = ({ seq, code }: Receipt, entry: Pick<Entry, 'seq' | 'hash'>): boolean =>
  entry.seq === seq && codeOf(entry.hash) === code;

/** The receipt that a text is, in any case and width, with or without separators; undefined for anything else. */
export const readReceipt = (text: string): Receipt | undefined => {
  // A code of whatever writing is short: what is longer is not even looked at.
  if (text.length > LONGEST) return undefined;
  const plain = text.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  const [, seq = '', code = ''] = FORM.exec(plain.replace(/O/gu, '0').replace(/[IL]/gu, '1')) ?? [];
  return code === '' ? undefined : { seq: Number(seq), code };
};

const LONGEST = 80;
const SEPARATORS = /[\s\p{Pd}_.·]/gu;
const FORM = new RegExp(`^([1-9]\\d{0,5})([${SIGNS}]{${LENGTH}})$`, 'u');

const codeOf = (hash: string): string => {
  const bits = [...Buffer.from(hash, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.slice(0, LENGTH * BITS).match(/.{5}/gu) ?? [];
  return groups.map((group) => SIGNS[Number.parseInt(group, 2)] ?? '').join('');
};
