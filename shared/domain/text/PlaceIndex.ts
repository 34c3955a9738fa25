import type { Point } from '../city/City.ts';

/** A range of names in their order: from `low`, before `high`. */
export interface NameRange {
  readonly low: number;
  readonly high: number;
}

interface IndexedPlace extends Point {
  readonly name: string;
  /** Leaf code. */
  readonly area: string;
}

/**
 * The names of all places in the order of their characters, packed: opened without reading them. Names are as `placeName` makes them;
 * a name of several places stands there once for each.
 */
export interface PlaceIndex {
  readonly all: NameRange;
  /** Of names that agree in their first `depth` characters, those that go on with this one. */
  narrow(range: NameRange, depth: number, char: number): NameRange;
  /** The character (UTF-16) that a name has there; -1 behind its end. */
  charAt(name: number, depth: number): number;
  nameAt(name: number): string;
  /** The number of the place that has the name, and the place of a number. */
  ownerOf(name: number): number;
  place(owner: number): IndexedPlace;
}
