import type { Owner } from '../case/Case.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { Instant } from '../time/Instant.ts';
import { type Reported, reportedTo } from './reportedTo.ts';
import type { Unsigned } from './unsignedOf.ts';

/** One who is reported: a unit, or whoever answers for a supervisor's cells. */
interface DutyLine {
  readonly role: 'unit' | 'supervisor' | 'leader';
  readonly name: string;
  readonly count: number;
  /** Since when the oldest of it lies. */
  readonly oldest: Instant;
}

type Who = Pick<DutyLine, 'role' | 'name'> & { readonly key: string };

interface Lying {
  readonly number: string;
  readonly since: Instant;
}

/** What one superior is told. */
export interface DutyShare {
  readonly count: number;
  /** The oldest first. */
  readonly numbers: readonly string[];
  /** Units that have not signed, the oldest first. */
  readonly unsigned: readonly DutyLine[];
  /** Who has not confirmed, the oldest first. */
  readonly unconfirmed: readonly DutyLine[];
}

/** Numbers a share names. */
const NAMED = 3;

/** 值守: counts what lies unsigned and unconfirmed, by who is to be told of it. Cases may come in any order. */
export class DutyTally {
  /** Of cases that nobody stands above. */
  aboveNobody = 0;
  readonly #know: Knowledge;
  readonly #now: Instant;
  readonly #posts = new Map<string, Reported>();
  readonly #shares = new Map<string, Share>();

  constructor(know: Knowledge, now: Instant) {
    this.#know = know;
    this.#now = now;
  }

  add(number: string, leaf: string, { owner, since }: Unsigned): void {
    const { holders, superiors } = this.#reported(owner, leaf);
    if (superiors.length === 0) this.aboveNobody += 1;
    const who = this.#whoOf(owner, holders);
    for (const superior of superiors) {
      const share = this.#shares.get(superior) ?? new Share();
      this.#shares.set(superior, share);
      share.add({ number, since }, who);
    }
  }

  /** By person. */
  shares(): ReadonlyMap<string, DutyShare> {
    return new Map([...this.#shares].map(([person, share]) => [person, share.sum()]));
  }

  #reported(owner: Owner, leaf: string): Reported {
    const key = `${owner} ${leaf}`;
    const known = this.#posts.get(key) ?? reportedTo(owner, leaf, this.#now, this.#know);
    this.#posts.set(key, known);
    return known;
  }

  /** A unit by its name; a supervisor, or the leader whom an empty post has fallen to, by theirs. */
  #whoOf(owner: Owner, [holder]: Reported['holders']): Who {
    const code = owner.slice(owner.indexOf('@') + 1);
    if (owner.startsWith('unit@'))
      return { key: owner, role: 'unit', name: this.#know.unit(code)?.name ?? code };
    const role = holder?.role === 'supervisor' ? 'supervisor' : 'leader';
    return { key: `${role} ${holder?.person ?? code}`, role, name: holder?.name ?? code };
  }
}

class Share {
  readonly #numbers = new Set<string>();
  readonly #lines = new Map<string, DutyLine>();
  #first: readonly Lying[] = [];

  add(lying: Lying, { key, role, name }: Who): void {
    const line = this.#lines.get(key) ?? { role, name, count: 0, oldest: lying.since };
    this.#lines.set(key, { ...line, count: line.count + 1, oldest: Math.min(line.oldest, lying.since) });
    if (this.#numbers.has(lying.number)) return;
    this.#numbers.add(lying.number);
    this.#first = [...this.#first, lying].sort(byAge).slice(0, NAMED);
  }

  sum(): DutyShare {
    const lines = [...this.#lines.values()].sort((a, b) => a.oldest - b.oldest);
    return {
      count: this.#numbers.size,
      numbers: this.#first.map(({ number }) => number),
      unsigned: lines.filter(({ role }) => role === 'unit'),
      unconfirmed: lines.filter(({ role }) => role !== 'unit'),
    };
  }
}

const byAge = (a: Lying, b: Lying): number => a.since - b.since || (a.number < b.number ? -1 : 1);
