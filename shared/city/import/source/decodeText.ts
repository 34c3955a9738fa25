export interface Decoded {
  readonly text: string;
  /** For people. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GBK';
}

const SAMPLE = 4096;
/** All control characters but those that end lines and cells. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u;

/** Text in the encodings that spreadsheets write: UTF-8, UTF-16 and GBK, with or without a byte order mark. Undefined for what is none. */
export const decodeText = (bytes: Uint8Array): Decoded | undefined => {
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, 'UTF-16');
  return decoded(bytes, 'utf-8', 'UTF-8') ?? decoded(bytes, 'gb18030', 'GBK');
};

const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: commas and digits have a zero byte beside them, always on the same side.
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

const decoded = (bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded | undefined => {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // Bytes of a picture are a text in GBK, too; but no table has control characters.
    return CONTROL.test(text) ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
};
