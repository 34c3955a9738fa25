import { type impls, type payloads, types } from 'wechaty-puppet';
import { type Said, saidSchema, TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { conversationOf } from './conversationOf.ts';
import { findMention } from './findMention.ts';
import { fromGcj02 } from './fromGcj02.ts';
import { kindName, phrases } from './phrases.ts';
import type { Heard } from './Spool.ts';

export interface ReadingRules {
  /** Messages sent before this instant are history. */
  readonly since: number;
  /** Coordinates that the puppet gives. */
  readonly coordinates: 'gcj02' | 'wgs84';
}

/**
 * What a message says to us, or nothing: own messages, official accounts, history, and what is said in a room without naming us are none
 * of our business. Reads payloads alone, and so needs neither friends nor rooms to be loaded. Throws when the puppet does not answer.
 */
export const readMessage = async (
  puppet: impls.PuppetInterface,
  messageId: string,
  rules: ReadingRules,
): Promise<Heard | undefined> => {
  const payload = await puppet.messagePayload(messageId);
  const { talkerId: contact, roomId: room } = payload;
  if (!contact || contact === puppet.currentUserId || isHistory(payload, rules.since)) return undefined;
  // A withdrawn message is not a message.
  if (payload.type === types.Message.Recalled) return undefined;
  const addressed = await addressedText(puppet, payload);
  if (addressed === undefined) return undefined;
  if ((await puppet.contactPayload(contact)).type === types.Contact.Official) return undefined;
  return {
    v: 1,
    id: messageId,
    conversation: conversationOf(room ? { contact, room } : { contact }),
    said: await saidOf(puppet, payload, { text: addressed, rules }),
  };
};

/** Puppets give seconds or milliseconds. */
const isHistory = ({ timestamp }: payloads.Message, since: number): boolean =>
  (timestamp < 1e11 ? timestamp * 1_000 : timestamp) < since;

/** The text without the mention that called us; nothing when nobody did. */
const addressedText = async (
  puppet: impls.PuppetInterface,
  payload: payloads.Message,
): Promise<string | undefined> =>
  payload.roomId ? findMention(puppet, payload, payload.roomId) : (payload.text ?? '');

const saidOf = async (
  puppet: impls.PuppetInterface,
  { id, type }: payloads.Message,
  { text, rules }: { readonly text: string; readonly rules: ReadingRules },
): Promise<Heard['said']> => {
  switch (type) {
    case types.Message.Text:
      // Who only calls us wants to be greeted. Twenty thousand is what the door takes; the engine keeps TEXT_LIMIT and says so.
      return text === '' ? { kind: 'hello' } : { kind: 'text', text: text.slice(0, TEXT_LIMIT * 10) };
    case types.Message.Image:
      return { kind: 'image' };
    case types.Message.Location:
      return (await placeOf(puppet, id, rules)) ?? { kind: 'unknown', what: phrases.kinds.Location };
    default:
      return { kind: 'unknown', what: kindName(types.Message[type] ?? '') };
  }
};

/** Exactly 0, 0 is what puppets give when they do not know; so is silence. */
const placeOf = async (
  puppet: impls.PuppetInterface,
  id: string,
  { coordinates }: ReadingRules,
): Promise<Said | undefined> => {
  const given = await puppet.messageLocation(id).catch(() => undefined);
  if (!given || (given.longitude === 0 && given.latitude === 0)) return undefined;
  const point = { lng: given.longitude, lat: given.latitude };
  const name = (given.name || given.address || '').trim().slice(0, 200);
  const place = saidSchema.safeParse({
    kind: 'place',
    ...(coordinates === 'gcj02' ? fromGcj02(point) : point),
    ...(name ? { name } : {}),
  });
  return place.success ? place.data : undefined;
};
