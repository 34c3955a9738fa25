import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalSecret } from '../template/LocalSecret.ts';

interface Kept {
  /** What the credentials of the functions are made of. */
  readonly seed: string;
  /** By ARN. */
  readonly values: Readonly<Record<string, string>>;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const classesOf = (wish: NonNullable<LocalSecret['generate']>): readonly string[] =>
  [
    wish.excludeLowercase ? '' : LOWER,
    wish.excludeUppercase ? '' : LOWER.toUpperCase(),
    wish.excludeNumbers ? '' : '0123456789',
    wish.excludePunctuation ? '' : PUNCTUATION,
    wish.includeSpace ? ' ' : '',
  ]
    .map((characters) => [...characters].filter((one) => !wish.exclude.includes(one)).join(''))
    .filter((characters) => characters !== '');

const oneOf = (characters: string): string => characters.charAt(randomInt(characters.length));

/** As Secrets Manager makes a password: drawn anew until every kind of character is in it, if that is asked. */
const password = (wish: NonNullable<LocalSecret['generate']>): string => {
  const classes = classesOf(wish);
  for (;;) {
    const made = Array.from({ length: wish.length }, () => oneOf(classes.join(''))).join('');
    const complete = classes.every((characters) => [...characters].some((one) => made.includes(one)));
    if (complete || !wish.requireEachIncludedType || wish.length < classes.length) return made;
  }
};

/** First value of a secret; undefined when the template gives none. */
const firstValue = ({ generate, value }: LocalSecret): string | undefined => {
  if (generate === undefined) return value;
  const made = password(generate);
  if (generate.template === undefined || generate.templateKey === undefined) return made;
  return JSON.stringify({ ...(JSON.parse(generate.template) as object), [generate.templateKey]: made });
};

/** Secrets of the local run, made once and kept in a file only its owner may read. */
export class SecretStore {
  readonly #file: string | undefined;
  readonly #secrets: readonly LocalSecret[];
  #kept: Kept;

  constructor(dataDir: string | undefined, secrets: readonly LocalSecret[]) {
    this.#file = dataDir === undefined ? undefined : join(dataDir, 'secrets.json');
    this.#secrets = secrets;
    this.#kept = this.#read() ?? { seed: randomBytes(32).toString('hex'), values: {} };
    const values = { ...this.#kept.values };
    for (const secret of secrets) {
      const value = values[secret.arn] ?? firstValue(secret);
      if (value !== undefined) values[secret.arn] = value;
    }
    this.#keep({ ...this.#kept, values });
  }

  get seed(): string {
    return this.#kept.seed;
  }

  /** By ARN, whole or without the six characters Secrets Manager adds, or by name. */
  find(id: string): LocalSecret | undefined {
    return this.#secrets.find(
      ({ arn, name }) => arn === id || name === id || arn.replace(/-[^-]{6}$/u, '') === id,
    );
  }

  value(id: string): string | undefined {
    return this.#kept.values[this.find(id)?.arn ?? id];
  }

  put(id: string, value: string): void {
    const secret = this.find(id);
    if (secret === undefined) throw new Error(`Gateway: no secret ${id}`);
    this.#keep({ ...this.#kept, values: { ...this.#kept.values, [secret.arn]: value } });
  }

  #read(): Kept | undefined {
    if (this.#file === undefined || !existsSync(this.#file)) return undefined;
    return JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    if (this.#file === undefined) return;
    // Written whole under another name first: a kill leaves the old file or the new one.
    writeFileSync(`${this.#file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
