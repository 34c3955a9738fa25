import type { HandOverBody } from '../contracts/handOver.ts';
import type { HandedOverNotice } from '../contracts/notice.ts';
import type { Turn } from '../contracts/turn.ts';
import { holdersOfPost } from '../domain/case/answersFor.ts';
import { shortId } from '../domain/case/chain.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Cause } from '../domain/ledger/Cause.ts';
import { changeOf, type InForce } from '../domain/ledger/changedPosts.ts';
import { type Post, postKey } from '../domain/ledger/Post.ts';
import { addressOf } from './addressOf.ts';
import { asPost, type ChangedLine } from './changedLines.ts';
import { turnOf } from './turnOf.ts';

/** Numbers and names that one message shows. */
const MOST_NUMBERS = 3;
const MOST_PEOPLE = 20;
const MOST_POSTS = 3;

interface Between {
  readonly before: InForce;
  readonly after: InForce;
}

interface Who {
  readonly person: string;
  readonly side: HandedOverNotice['side'];
  readonly because: Cause;
}

/** What one person has to hear. */
interface Share extends Who {
  readonly posts: Map<string, Post>;
  count: number;
  readonly numbers: string[];
  /** Those on the other side: of the cases, and of the posts. */
  readonly others: Set<string>;
  readonly holders: Set<string>;
}

/** Counts whose posts and cases went to whom, case by case, and in the end tells each of them once. */
export class HandOverTally {
  readonly #body: HandOverBody;
  readonly #between: Between;
  readonly #shares = new Map<string, Share>();
  readonly #seen = new Set<string>();

  constructor(body: HandOverBody, between: Between) {
    this.#body = body;
    this.#between = between;
    for (const post of body.posts) this.#addPost(asPost(post));
  }

  add({ line, post, from, to, because, before, after }: ChangedLine): void {
    if (this.#seen.has(line.number)) return;
    this.#seen.add(line.number);
    const had = from.length > 0 ? from : before.map(({ person }) => person);
    const have = after.map(({ person }) => person);
    for (const person of from) this.#count({ person, side: 'gives', because }, { line, post }, have);
    for (const person of to) this.#count({ person, side: 'gets', because }, { line, post }, had);
  }

  /**
   * One message for each person, side and cause; of a post that changed by the ledger also when nothing is open in it. `now`: people are
   * reached where they are when it is sent.
   */
  turns(now: Knowledge): readonly Turn[] {
    const { before, after } = this.#between;
    return [...this.#shares.values()].flatMap((share) => {
      if (share.count === 0 && share.because !== 'ledger') return [];
      const conversation = addressOf(share.person, now, [after.know, before.know]);
      if (conversation === undefined) return [];
      return [turnOf({ conversation, notice: this.#noticeOf(share), correlation: this.#body.change })];
    });
  }

  #noticeOf(share: Share): HandedOverNotice {
    const { before, after } = this.#between;
    const nameOf = (person: string): string =>
      after.know.nameOf(person) ?? before.know.nameOf(person) ?? person;
    const { side, because, count, numbers, others, holders, posts } = share;
    return {
      id: `handover#${this.#body.id}#${shortId(keyOf(share))}`,
      kind: 'handedOver',
      at: this.#body.at,
      side,
      because,
      count,
      numbers,
      people: [...(count > 0 ? others : holders)].slice(0, MOST_PEOPLE).map(nameOf),
      posts: [...posts.values()].slice(0, MOST_POSTS).map(({ role, area, unit }) => ({
        role,
        area: after.know.area(area)?.name ?? before.know.area(area)?.name ?? area,
        ...(unit === undefined ? {} : { unit: after.know.unit(unit)?.name ?? unit }),
      })),
      ...(posts.size > MOST_POSTS ? { postCount: posts.size } : {}),
    };
  }

  #addPost(post: Post): void {
    const { before, after } = this.#between;
    const change = changeOf(post, before, after);
    if (!change) return;
    const { from, to, because } = change;
    const have = to.length > 0 ? to : holdersOfPost(post, after.date, after.know).map(({ person }) => person);
    const add = (who: Who, others: readonly string[]): void => {
      const { posts, holders } = this.#shareOf(who);
      posts.set(postKey(post), post);
      for (const one of others) holders.add(one);
    };
    for (const person of from) add({ person, side: 'gives', because }, have);
    for (const person of to) add({ person, side: 'gets', because }, from);
  }

  #count(who: Who, { line, post }: Pick<ChangedLine, 'line' | 'post'>, people: readonly string[]): void {
    const share = this.#shareOf(who);
    share.posts.set(postKey(post), post);
    share.count += 1;
    if (share.numbers.length < MOST_NUMBERS) share.numbers.push(line.number);
    for (const one of people) share.others.add(one);
  }

  #shareOf(who: Who): Share {
    const known = this.#shares.get(keyOf(who));
    if (known) return known;
    const share = {
      ...who,
      posts: new Map(),
      count: 0,
      numbers: [],
      others: new Set<string>(),
      holders: new Set<string>(),
    };
    this.#shares.set(keyOf(who), share);
    return share;
  }
}

const keyOf = ({ person, side, because }: Who): string => `${person}|${side}|${because}`;
