import type { Reading } from './Source.ts';

const NEWLINE = 10;

/** What one text can hold. */
export const MOST_BYTES = 500_000_000;

/**
 * UTF-8 with or without a byte order mark. Spreadsheets on Chinese Windows like to save GBK or "Unicode": that is a fault, but the
 * text is read all the same, so that the other faults of the file are told as well.
 */
export const readText = (bytes: Uint8Array): Reading<string> => {
  if (bytes.length > MOST_BYTES) return { faults: [tooBig(bytes.length)] };
  const read = decode(bytes, 'utf-8');
  if (read !== undefined) return { read, faults: [] };
  const wide = WIDE.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const lines = wide ? { firstBad: 1, mostlyBad: true } : lookAtLines(bytes);
  const guess = wide ?? GBK;
  const text = lines.mostlyBad ? decode(bytes, guess.encoding) : undefined;
  const line = lines.firstBad;
  if (text === undefined || !isChinese(text))
    return { faults: [{ line, what: '文件不是 UTF-8 编码', remedy: REMEDY }] };
  const sample = text.split('\n', line)[line - 1]?.trim().slice(0, 30) ?? '';
  const what = `文件不是 UTF-8 编码，看起来是 ${guess.name}（第 ${line} 行：${sample}）`;
  return { read: text, faults: [{ line, what, remedy: REMEDY }] };
};

/** Said before a file is read, and of bytes that are here already. */
export const tooBig = (bytes: number) => ({
  line: 1,
  what: `文件有 ${Math.ceil(bytes / 1e6)} MB，最多能读 ${MOST_BYTES / 1e6} MB`,
  remedy: '导出时坐标只留 7 位小数、不要缩进和高度；仍太大就先简化图形',
});

const REMEDY = '另存为 UTF-8（表格软件里选“CSV UTF-8”）';

const GBK = { name: 'GBK', encoding: 'gb18030' };
const WIDE = [
  { name: 'UTF-16', encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'UTF-16', encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Almost any bytes can be taken for GBK; text that people wrote has Chinese in it and nothing that cannot be printed. */
const isChinese = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) && !/[^\P{Cc}\r\n\t]|\p{Co}|\p{Cn}/u.test(text);

/**
 * The first line that is not UTF-8, and whether that goes for most lines with more than ASCII in them: one damaged line among good
 * ones does not make a file GBK, though it could be read as if it were.
 */
const lookAtLines = (bytes: Uint8Array): { readonly firstBad: number; readonly mostlyBad: boolean } => {
  let [line, firstBad, bad, good] = [1, 0, 0, 0];
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    start += part.length + 1;
    if (part.every((byte) => byte < 0x80)) continue;
    if (decode(part, 'utf-8') !== undefined) good++;
    else {
      bad++;
      firstBad ||= line;
    }
  }
  return { firstBad: Math.max(1, firstBad), mostlyBad: bad > good };
};
