/** First number of a packed index. */
export const PLACE_MAGIC = 0x57_47_50_31;

/** How long the columns are. Behind the magic these numbers are the header, in this order. */
interface PlaceSizes {
  readonly places: number;
  readonly names: number;
  readonly nameChars: number;
  readonly strings: number;
  readonly stringChars: number;
}

const HEADER = 6;

/** The header and the columns of a packed index, widest first so that each is aligned. `buffer` absent: only their size is asked. */
const layOut = ({ places, names, nameChars, strings, stringChars }: PlaceSizes) => {
  const points = HEADER * 4;
  const nameStarts = points + places * 16;
  const owners = nameStarts + (names + 1) * 4;
  const stringStarts = owners + names * 4;
  const stringsOf = stringStarts + (strings + 1) * 4;
  const chars = stringsOf + places * 8;
  const otherChars = chars + nameChars * 2;
  return {
    points,
    nameStarts,
    owners,
    stringStarts,
    stringsOf,
    chars,
    otherChars,
    end: otherChars + stringChars * 2,
  };
};

/** How many bytes a packed index takes. */
export const placeBytes = (sizes: PlaceSizes): number => layOut(sizes).end;

/** Views over the bytes of a packed index, which begin at `offset` (a multiple of eight). Integers are little-endian, as on all machines that run this. */
export const placeColumns = (buffer: ArrayBufferLike, offset: number, sizes: PlaceSizes) => {
  const at = layOut(sizes);
  return {
    header: new Uint32Array(buffer, offset, HEADER),
    /** Longitude and latitude in turns. */
    points: new Float64Array(buffer, offset + at.points, sizes.places * 2),
    /** Where each name begins, and where the last ends. */
    nameStarts: new Uint32Array(buffer, offset + at.nameStarts, sizes.names + 1),
    owners: new Uint32Array(buffer, offset + at.owners, sizes.names),
    stringStarts: new Uint32Array(buffer, offset + at.stringStarts, sizes.strings + 1),
    /** The strings of a place: its own name and its leaf's code, in turns. */
    stringsOf: new Uint32Array(buffer, offset + at.stringsOf, sizes.places * 2),
    chars: new Uint16Array(buffer, offset + at.chars, sizes.nameChars),
    stringChars: new Uint16Array(buffer, offset + at.otherChars, sizes.stringChars),
  };
};
