import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { readMenuNumber } from './readWords.ts';

/** Something that can be chosen. `also`: other words for it. */
export interface Choice<T> {
  readonly label: string;
  readonly value: T;
  readonly also?: readonly string[];
}

export type Chosen<T> =
  | { readonly kind: 'chosen'; readonly value: T }
  /** A number that is not on the menu. */
  | { readonly kind: 'noSuchNumber'; readonly said: number }
  | { readonly kind: 'none' };

/** Reads a choice by its number (from 1), its label or another word for it. Exact: 「不确认」 is not 「确认」. */
export const chooseFrom = <T>(menu: readonly Choice<T>[], raw: string): Chosen<T> => {
  const named = menu.find(
    ({ label, also = [] }) => isLabel(raw, label) || exactWord(raw, also) !== undefined,
  );
  if (named) return { kind: 'chosen', value: named.value };
  const number = readMenuNumber(raw);
  if (number === undefined || menu.length === 0) return { kind: 'none' };
  const counted = menu[number - 1];
  return counted ? { kind: 'chosen', value: counted.value } : { kind: 'noSuchNumber', said: number };
};

/** A press sends the label as it is, which may be longer than a word that is typed. */
const isLabel = (raw: string, label: string): boolean =>
  raw === label || exactWord(raw, [label]) !== undefined;

export const labelsOf = (menu: readonly Choice<unknown>[]): string[] => menu.map(({ label }) => label);
