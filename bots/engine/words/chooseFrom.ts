import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { readOrdinal } from './readOrdinal.ts';
import { readMenuNumber } from './readWords.ts';

/** Something that can be chosen. `also`: other words for it. */
export interface Choice<T> {
  readonly label: string;
  readonly value: T;
  readonly also?: readonly string[];
  /** Something to do (确认, 都不是), not one of the things that are offered: 「最后一个」 is never meant for it. */
  readonly command?: true;
}

export type Chosen<T> =
  | { readonly kind: 'chosen'; readonly value: T }
  /** A number that is not on the menu. */
  | { readonly kind: 'noSuchNumber'; readonly said: number }
  | { readonly kind: 'none' };

const NONE = { kind: 'none' } as const;

/** Reads a choice by its number (from 1), its label or another word for it. Exact: 「不确认」 is not 「确认」. */
export const chooseFrom = <T>(menu: readonly Choice<T>[], raw: string): Chosen<T> => {
  const named = menu.find(
    ({ label, also = [] }) => isLabel(raw, label) || exactWord(raw, also) !== undefined,
  );
  if (named) return { kind: 'chosen', value: named.value };
  const number = readMenuNumber(raw);
  return number === undefined || menu.length === 0 ? NONE : counted(menu, number);
};

/** The same while the menu is what was just asked: there 「第一个」「选1」「最后一个」 are choices, too. */
export const chooseSpoken = <T>(menu: readonly Choice<T>[], raw: string): Chosen<T> => {
  const chosen = chooseFrom(menu, raw);
  const ordinal = chosen.kind === 'none' && menu.length > 0 ? readOrdinal(raw) : undefined;
  if (!ordinal) return chosen;
  const offered = menu.filter(({ command }) => !command);
  if (ordinal.at === 'last') {
    const last = offered.at(-1);
    return last ? { kind: 'chosen', value: last.value } : NONE;
  }
  return 'byNumber' in ordinal ? byNumber(menu, offered, ordinal.at) : counted(menu, ordinal.at);
};

/** 「3号」 is a house where a label has that number, and nothing where only commands could be meant. */
const byNumber = <T>(
  menu: readonly Choice<T>[],
  offered: readonly Choice<T>[],
  number: number,
): Chosen<T> => {
  const houses = offered.filter(({ label }) => new RegExp(`(?<!\\d)${number}号`, 'u').test(label));
  const [house] = houses;
  if (house) return houses.length === 1 ? { kind: 'chosen', value: house.value } : NONE;
  const meant = menu[number - 1];
  return meant && !meant.command ? { kind: 'chosen', value: meant.value } : NONE;
};

const counted = <T>(menu: readonly Choice<T>[], number: number): Chosen<T> => {
  const meant = menu[number - 1];
  return meant ? { kind: 'chosen', value: meant.value } : { kind: 'noSuchNumber', said: number };
};

/** A press sends the label as it is, which may be longer than a word that is typed. */
const isLabel = (raw: string, label: string): boolean =>
  raw === label || exactWord(raw, [label]) !== undefined;

export const labelsOf = (menu: readonly Choice<unknown>[]): string[] => menu.map(({ label }) => label);
