import type { Reading } from './Source.ts';

const NEWLINE = 10;

/** UTF-8 with or without a byte order mark. Spreadsheets on Chinese Windows like to save GBK: that is said with its line. */
export const readText = (bytes: Uint8Array): Reading<string> => {
  try {
    return { read: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faults: [] };
  } catch {
    return {
      faults: [
        {
          line: firstBadLine(bytes),
          what: '文件不是 UTF-8 编码',
          remedy: '另存为 UTF-8（表格软件里选“CSV UTF-8”）',
        },
      ],
    };
  }
};

const firstBadLine = (bytes: Uint8Array): number => {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop + 1;
  }
  return 1;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
