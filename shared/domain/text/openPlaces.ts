import type { NameRange, PlaceIndex } from './PlaceIndex.ts';
import { PLACE_MAGIC, placeBytes, placeColumns } from './placeColumns.ts';

/** A view over the bytes that `packPlaces` made: no parsing, and no copying where they lie aligned. Throws when they are none. */
export const openPlaces = (bytes: Uint8Array): PlaceIndex => {
  const { buffer, byteOffset } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (bytes.byteLength < 24) throw new Error('These bytes are no packed places: too short');
  const [magic, places = 0, names = 0, nameChars = 0, strings = 0, stringChars = 0] = new Uint32Array(
    buffer,
    byteOffset,
    6,
  );
  const sizes = { places, names, nameChars, strings, stringChars };
  if (magic !== PLACE_MAGIC || placeBytes(sizes) !== bytes.byteLength)
    throw new Error('These bytes are no packed places, or not all of them');
  const {
    points,
    nameStarts,
    owners,
    stringStarts,
    stringsOf,
    chars,
    stringChars: text,
  } = placeColumns(buffer, byteOffset, sizes);

  const charAt = (name: number, depth: number): number => {
    const at = (nameStarts[name] as number) + depth;
    return at < (nameStarts[name + 1] as number) ? (chars[at] as number) : -1;
  };
  /** The first name from `low` whose character there is at least `char`. */
  const firstFrom = ({ low, high }: NameRange, depth: number, char: number): number => {
    let from = low;
    let to = high;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (charAt(middle, depth) < char) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const narrow = (range: NameRange, depth: number, char: number): NameRange => {
    const low = firstFrom(range, depth, char);
    if (low === range.high || charAt(low, depth) !== char) return { low, high: low };
    return { low, high: firstFrom({ low, high: range.high }, depth, char + 1) };
  };
  const stringAt = (at: number): string =>
    String.fromCharCode(...text.subarray(stringStarts[at], stringStarts[at + 1]));

  return {
    all: { low: 0, high: names },
    narrow,
    charAt,
    nameAt: (name) => String.fromCharCode(...chars.subarray(nameStarts[name], nameStarts[name + 1])),
    ownerOf: (name) => owners[name] as number,
    place: (owner) => ({
      name: stringAt(stringsOf[owner * 2] as number),
      area: stringAt(stringsOf[owner * 2 + 1] as number),
      lng: points[owner * 2] as number,
      lat: points[owner * 2 + 1] as number,
    }),
  };
};
