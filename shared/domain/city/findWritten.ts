import type { Area } from './City.ts';
import { chinaBounds } from './chinaBounds.ts';
import type { Knowledge } from './Knowledge.ts';

/** What coordinates that somebody wrote mean. */
type Written =
  | { readonly kind: 'leaf'; readonly leaf: Area }
  /** Latitude stands first: `meant` is how it is written, `leaf` where it lies then. */
  | { readonly kind: 'swapped'; readonly meant: string; readonly leaf?: Area }
  | { readonly kind: 'outside' };

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*[,，、\\s]\\s*${NUMBER}\\s*$`, 'u');

/** Reads `121.4712,31.2304`, longitude first. Undefined for what are no coordinates. */
export const findWritten = (know: Knowledge, text: string): Written | undefined => {
  const [, first, second] = PAIR.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [lng, lat] = [Number(first), Number(second)];
  const leaf = know.locate({ lng, lat });
  if (leaf) return { kind: 'leaf', leaf };
  const other = know.locate({ lng: lat, lat: lng });
  if (!other && chinaBounds({ lng, lat }) !== 'swapped') return { kind: 'outside' };
  return { kind: 'swapped', meant: `${second},${first}`, ...(other ? { leaf: other } : {}) };
};
