import type { LedgerRow, Role } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { roleNames } from '../../../shared/domain/city/roleNames.ts';
import { isHeld } from '../../../shared/domain/ledger/isHeld.ts';
import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';
import { conversationOfPost } from './findPost.ts';
import { namePost, ROLE_NAMES } from './namePost.ts';
import type { FoundPost, FoundPosts } from './Phone.ts';

/** A list that is longer is not read. */
const MOST = 30;

type City = Pick<Knowledge, 'city' | 'unit' | 'area' | 'lineage'>;

/** The posts of a day that some words tell of, in the order of the ledger: by role, name, area above or unit, written apart or together. */
export const findPosts = (
  know: City,
  { words, role }: { readonly words: string; readonly role?: Role | undefined },
  at: Instant,
): FoundPosts => {
  const date = dateText(dayOf(at));
  const asked = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const textOf = searched(know);
  const found: LedgerRow[] = [];
  for (const row of know.city.ledger) {
    if ((role !== undefined && row.role !== role) || !isHeld(row, date)) continue;
    const text = asked.length === 0 ? '' : textOf(row);
    if (!asked.every((word) => tellsOf(word, text))) continue;
    if (found.length === MOST) return { posts: found.map((one) => foundPost(one, know)), more: true };
    found.push(row);
  }
  return { posts: found.map((one) => foundPost(one, know)), more: false };
};

/** The list tells people apart who bear one name by the way down to their area. */
const foundPost = (row: LedgerRow, know: City): FoundPost => {
  const { role, area, unit, person } = row;
  const named = namePost(row, know);
  const path = wayTo(area, know).slice(1).join(' ');
  const where = role === 'handler' || (role === 'leader' && unit !== undefined) ? named.where : path;
  return {
    ...named,
    where: where || named.where,
    post: { role, area, ...(unit === undefined ? {} : { unit }), person },
    conversation: conversationOfPost(row),
  };
};

/** From the root down. */
const wayTo = (area: string, know: City): readonly string[] =>
  know
    .lineage(area)
    .map(({ name }) => name)
    .toReversed();

/** All that is written of a row; of a big city thousands of rows lie in few areas. */
const searched = (know: City): ((row: LedgerRow) => string) => {
  const ways = new Map<string, string>();
  return ({ role, area, unit, name, person }) => {
    const way = ways.get(area) ?? wayTo(area, know).join(' ');
    ways.set(area, way);
    const unitName = unit === undefined ? '' : (know.unit(unit)?.name ?? '');
    return ` ${ROLE_NAMES[role]} ${roleNames[role]} ${way} ${unitName} ${name} ${person} ${area}`.toLowerCase();
  };
};

/** 建设路派遣员 is written without a space: pieces of two characters and more that something begins with, longest first. */
const tellsOf = (word: string, text: string): boolean => {
  if (text.includes(word)) return true;
  let rest = word;
  while (rest !== '') {
    let length = rest.length;
    while (length >= SHORTEST && !text.includes(` ${rest.slice(0, length)}`)) length -= 1;
    if (length < SHORTEST) return false;
    rest = rest.slice(length);
  }
  return true;
};

const SHORTEST = 2;
