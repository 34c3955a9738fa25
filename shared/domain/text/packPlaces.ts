import type { Place } from '../city/City.ts';
import { PLACE_MAGIC, placeBytes, placeColumns } from './placeColumns.ts';
import { spellings } from './spellings.ts';

/** Packs places for `openPlaces`. Takes about a second for a hundred thousand; the same places give the same bytes. */
export const packPlaces = (places: readonly Place[]): Uint8Array => {
  const names = places
    .flatMap((place, owner) => [...spellings(place)].map((name) => ({ name, owner })))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.owner - b.owner));
  const strings = new Map<string, number>();
  const numbered = (text: string): number => {
    const number = strings.get(text) ?? strings.size;
    strings.set(text, number);
    return number;
  };
  const stringsOf = places.flatMap(({ name, area }) => [numbered(name), numbered(area)]);
  const texts = [...strings.keys()];
  const sizes = {
    places: places.length,
    names: names.length,
    nameChars: names.reduce((sum, { name }) => sum + name.length, 0),
    strings: texts.length,
    stringChars: texts.reduce((sum, text) => sum + text.length, 0),
  };
  const buffer = new ArrayBuffer(placeBytes(sizes));
  const columns = placeColumns(buffer, 0, sizes);
  const { places: count, names: nameCount, nameChars, strings: stringCount, stringChars } = sizes;
  columns.header.set([PLACE_MAGIC, count, nameCount, nameChars, stringCount, stringChars]);
  columns.points.set(places.flatMap(({ lng, lat }) => [lng, lat]));
  columns.owners.set(names.map(({ owner }) => owner));
  columns.stringsOf.set(stringsOf);
  write(
    names.map(({ name }) => name),
    columns.nameStarts,
    columns.chars,
  );
  write(texts, columns.stringStarts, columns.stringChars);
  return new Uint8Array(buffer);
};

const write = (texts: readonly string[], starts: Uint32Array, chars: Uint16Array): void => {
  let end = 0;
  for (const [at, text] of texts.entries()) {
    starts[at] = end;
    for (let unit = 0; unit < text.length; unit++) chars[end++] = text.charCodeAt(unit);
  }
  starts[texts.length] = end;
};
