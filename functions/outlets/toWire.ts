import { toMessages } from '../../bots/takeTurn.ts';
import type { SignPhoto, TalkRecord } from '../../shared/application/ports.ts';
import type { WireMessage } from '../../shared/contracts/web.ts';
import { toFrame } from './toFrame.ts';

/** A record of a conversation as a page sees it: the person's own words, unless it was a notice, and what was said to them. */
export const toWire =
  (sign: SignPhoto) =>
  async (record: TalkRecord): Promise<readonly WireMessage[]> => {
    const { turn: id, seq, at, said } = record;
    const heard = await Promise.all(toMessages(record).map(toFrame(sign)));
    if (said.kind === 'notice') return heard;
    const photoUrls = said.kind === 'photo' ? { photoUrls: [await sign(said.key)] } : {};
    return [{ id, seq, at, said, ...photoUrls }, ...heard];
  };
