import { z } from 'zod';
import { areaCodeSchema } from './areaCode.ts';
import { noticeSchema } from './notice.ts';
import { pointSchema } from './point.ts';

/** The chat products a conversation can live in. */
export const channelSchema = z.enum(['web', 'wechaty']);

/** `web:r-4f…`, `wechaty:wxid_1`, `wechaty:room@123~wxid_1` (a person in a room). Case matters. */
export const conversationSchema = z
  .string()
  .max(160)
  .regex(/^(web|wechaty):[\w@.~-]{1,150}$/u, 'a conversation is channel:id');

/** Longest text kept of one message; what comes after is cut, and the person is told. */
export const TEXT_LIMIT = 2_000;

const idSchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\w@.:#~-]+$/u, 'letters, digits and _ @ . : # ~ -');

/** Storage key of an uploaded photo: `photos/`, the conversation, a UUID; room for the longest conversation there can be. */
export const photoKeySchema = z
  .string()
  .max(220)
  .regex(/^photos\/[\w@.~-]+\/[\w-]+$/u, 'a key given by the photo door');

/** What a person can say through a channel. */
export const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('place'), ...pointSchema.shape, name: z.string().max(200).optional() }),
  z.strictObject({ kind: z.literal('photo'), key: photoKeySchema }),
  /** A button of a card; `choice` is the choice's label. */
  z.strictObject({ kind: z.literal('press'), card: z.string().max(80), choice: z.string().max(80) }),
  /** The conversation was opened: greet. `cell`: by the code posted in that cell. */
  z.strictObject({ kind: z.literal('hello'), cell: areaCodeSchema.optional() }),
  /** A kind of message that this system cannot read: voice, video, a shared link… */
  z.strictObject({ kind: z.literal('unknown'), what: z.string().max(60) }),
]);
export type Said = z.infer<typeof saidSchema>;

/** What arrives at a door: the channel's own message id makes it idempotent. */
export const inboundSchema = z.strictObject({ id: idSchema, said: saidSchema });
export type Inbound = z.infer<typeof inboundSchema>;

/** Body of the turn queue, version 1: a person's message, or a notice on its way to a person. */
export const turnBodySchema = z.strictObject({
  v: z.literal(1),
  id: idSchema,
  conversation: conversationSchema,
  /** When it was said, as the door reckons it. */
  at: z.number().int().optional(),
  /** The newest position of the conversation the person could see when they said it; absent: all there is. */
  upTo: z.number().int().optional(),
  correlation: z.string().max(80),
  said: z.union([saidSchema, z.strictObject({ kind: z.literal('notice'), notice: noticeSchema })]),
});
export type Turn = z.infer<typeof turnBodySchema>;
