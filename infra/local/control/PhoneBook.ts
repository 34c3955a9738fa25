import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '../../../shared/domain/city/roleNames.ts';
import { writeWhole } from '../compute/writeWhole.ts';
import type { PhoneOf } from './Phone.ts';

const FILE = 'phones.json';
/** More do not fit a screen, nor a head. */
const MOST = 6;
const FIRST = 'resident';
const ALWAYS = [FIRST, 'supervisor', 'unit'] as const;
/** So that they can be told apart. */
const RESIDENTS = ['李居民', '王居民', '张居民', '刘居民', '陈居民', '杨居民'];

export const postSchema = z.strictObject({
  role: z.enum(ROLES),
  area: z.string(),
  unit: z.string().optional(),
  person: z.string(),
});
const keptSchema = z.array(
  z.strictObject({
    key: z.string(),
    resident: z.strictObject({ conversation: z.string(), name: z.string() }).optional(),
    post: postSchema.optional(),
  }),
);
/** A phone and whose it is; with neither it is that of the post it began with. */
export type KeptPhone = z.infer<typeof keptSchema>[number];

/** Which phones the local page has, kept over a restart. Always the first three, the first of them a resident's. */
export class PhoneBook {
  readonly #path: string;

  constructor(dataDir: string) {
    this.#path = join(dataDir, FILE);
  }

  /** Makes the first resident where there is none yet. */
  phones(): readonly KeptPhone[] {
    const kept = this.#read();
    if (ALWAYS.every((key) => kept.some((phone) => phone.key === key))) return kept;
    return this.#write([{ key: FIRST, ...newResident([]) }, ...ALWAYS.slice(1).map((key) => ({ key }))]);
  }

  /** Makes the first phone that of a resident whom nobody knows yet. */
  renewResident(): void {
    this.#give(FIRST, {});
  }

  /** Gives the phone of a key to somebody else, or with none one more. Answers which; undefined when there is none to give. */
  open(who: PhoneOf, key?: string): string | undefined {
    const given = key === undefined ? this.#freeKey() : this.phones().find((phone) => phone.key === key)?.key;
    if (given !== undefined) this.#give(given, who);
    return given;
  }

  /** Answers whether it was one of those that can go. */
  close(key: string): boolean {
    const rest = this.phones().filter((phone) => phone.key !== key);
    if (isAlwaysThere(key) || rest.length === this.phones().length) return false;
    this.#write(rest);
    return true;
  }

  #give(key: string, who: PhoneOf): void {
    const phones = this.phones();
    const others = phones.filter((phone) => phone.key !== key);
    const given = { key, ...('post' in who ? who : newResident(others, who.resident)) };
    this.#write(
      others.length === phones.length
        ? [...phones, given]
        : phones.map((phone) => (phone.key === key ? given : phone)),
    );
  }

  #freeKey(): string | undefined {
    const taken = new Set(this.phones().map(({ key }) => key));
    return Array.from({ length: MOST - ALWAYS.length }, (_, at) => `more${at + 1}`).find(
      (key) => !taken.has(key),
    );
  }

  #read(): readonly KeptPhone[] {
    try {
      return keptSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return [];
    }
  }

  #write(phones: readonly KeptPhone[]): readonly KeptPhone[] {
    writeWhole(this.#path, JSON.stringify(phones));
    return phones;
  }
}

const isAlwaysThere = (key: string): boolean => ALWAYS.some((one) => one === key);

const newResident = (
  others: readonly KeptPhone[],
  conversation = `web:r-${randomUUID()}`,
): Pick<KeptPhone, 'resident'> => {
  const taken = new Set(others.map(({ resident }) => resident?.name));
  const name = RESIDENTS.find((one) => !taken.has(one)) ?? RESIDENTS[0] ?? '';
  return { resident: { conversation, name } };
};
