import type { Notice } from '../contracts/notice.ts';
import type { Turn } from '../contracts/turn.ts';
import { heldUntil, type Tidings } from '../domain/notices/heldUntil.ts';
import type { Cities } from './cityPorts.ts';
import type { HeldNotices, Now, SendTurns } from './ports.ts';

export interface TellWorld {
  readonly send: SendTurns;
  readonly held: Pick<HeldNotices, 'put'>;
  readonly cities: Pick<Cities, 'current'>;
  readonly now: Now;
}

export interface Told {
  readonly sent: number;
  /** Kept until the quiet hours are over. */
  readonly held: number;
}

/**
 * Sends notices on their way, or keeps them while the quiet hours of the city last. Doing it again is safe: each has its id, in its
 * conversation and where it is kept. `awake`: conversations that hear what they themselves just brought about: an answer never waits.
 */
export const tellPeople =
  (world: TellWorld) =>
  async (turns: readonly Turn[], awake: ReadonlySet<string> = new Set()): Promise<Told> => {
    if (turns.length === 0) return { sent: 0, held: 0 };
    const { quiet } = (await world.cities.current()).city.notices;
    const now = world.now();
    const untilOf = ({ said, conversation }: Turn) =>
      said.kind === 'notice' && !awake.has(conversation)
        ? heldUntil(tidingsOf(said.notice), now, quiet)
        : undefined;
    const looked = turns.map((turn) => ({ turn, until: untilOf(turn) }));
    const held = looked.flatMap(({ turn, until }) => (until === undefined ? [] : [{ turn, until }]));
    const sent = looked.flatMap(({ turn, until }) => (until === undefined ? [turn] : []));
    await world.held.put(held);
    await world.send(sent);
    return { sent: sent.length, held: held.length };
  };

const tidingsOf = (notice: Notice): Tidings => {
  if ('number' in notice) return notice;
  // Somebody else's account may speak for one no longer: whoever did not ask for that must know at once.
  return { urgent: notice.kind === 'moved' };
};
