import type { HandOverBody, Share } from '../contracts/handOver.ts';
import type { HandedOverNotice } from '../contracts/notice.ts';
import type { Turn } from '../contracts/turn.ts';
import { holdersOfPost } from '../domain/case/answersFor.ts';
import { shortId } from '../domain/case/chain.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { InForce } from '../domain/ledger/changedPosts.ts';
import { addressOf } from './addressOf.ts';
import { asPost, type ChangedLine } from './changedLines.ts';
import { turnOf } from './turnOf.ts';

/** Numbers and names that one message shows. */
const MOST_NUMBERS = 3;
const MOST_PEOPLE = 20;
const MOST_POSTS = 3;

interface Telling {
  readonly before: InForce;
  readonly after: InForce;
  /** When it is sent. */
  readonly now: Knowledge;
}

/** Counts whose cases went to whom, case by case, and in the end tells each of them once. */
export class HandOverTally {
  readonly #shares = new Map<string, Share>();
  readonly #seen = new Set<string>();

  add({ line, from, to, because, before, after }: ChangedLine): void {
    if (this.#seen.has(line.number)) return;
    this.#seen.add(line.number);
    const had = from.length > 0 ? from : before.map(({ person }) => person);
    const have = after.map(({ person }) => person);
    for (const person of from) this.#count({ person, side: 'gives', because }, line.number, have);
    for (const person of to) this.#count({ person, side: 'gets', because }, line.number, had);
  }

  /** One message for each person and side. Of a post that changed by the ledger they hear also when nothing is open in it. */
  turns(body: HandOverBody, { before, after, now }: Telling): readonly Turn[] {
    const nameOf = (person: string): string =>
      after.know.nameOf(person) ?? before.know.nameOf(person) ?? person;
    return [...this.#shares.values(), ...this.#idle(body, after)].flatMap((share) => {
      const { person, side, because, count, numbers, others } = share;
      const conversation = addressOf(person, now, [after.know, before.know]);
      if (conversation === undefined) return [];
      const notice: HandedOverNotice = {
        id: `handover#${body.id}#${shortId(keyOf(share))}`,
        kind: 'handedOver',
        at: body.at,
        side,
        because,
        count,
        numbers,
        people: others.slice(0, MOST_PEOPLE).map(nameOf),
        posts: body.posts.slice(0, MOST_POSTS).map(({ role, area, unit }) => ({
          role,
          area: after.know.area(area)?.name ?? before.know.area(area)?.name ?? area,
          ...(unit === undefined ? {} : { unit: after.know.unit(unit)?.name ?? unit }),
        })),
      };
      return [turnOf({ conversation, notice, correlation: body.change })];
    });
  }

  /** Those who gave or got a post in which nothing is open. */
  #idle({ because, from, to, posts }: HandOverBody, { know, date }: InForce): readonly Share[] {
    if (because !== 'ledger') return [];
    const now = posts
      .slice(0, 1)
      .flatMap((post) => holdersOfPost(asPost(post), date, know).map(({ person }) => person));
    const told = new Set([...this.#shares.values()].map(({ person, side }) => `${person}|${side}`));
    const share = (person: string, side: Share['side'], others: readonly string[]): readonly Share[] =>
      told.has(`${person}|${side}`)
        ? []
        : [{ person, side, because, count: 0, numbers: [], others: [...new Set(others)] }];
    return [
      ...from.flatMap((person) => share(person, 'gives', to.length > 0 ? to : now)),
      ...to.flatMap((person) => share(person, 'gets', from)),
    ];
  }

  #count(who: Pick<Share, 'person' | 'side' | 'because'>, number: string, others: readonly string[]): void {
    const key = keyOf(who);
    const share = this.#shares.get(key) ?? { ...who, count: 0, numbers: [], others: [] };
    this.#shares.set(key, {
      ...share,
      count: share.count + 1,
      numbers: [...share.numbers, number].slice(0, MOST_NUMBERS),
      others: [...new Set([...share.others, ...others])].slice(0, MOST_PEOPLE),
    });
  }
}

const keyOf = ({ person, side, because }: Pick<Share, 'person' | 'side' | 'because'>): string =>
  `${person}|${side}|${because}`;
