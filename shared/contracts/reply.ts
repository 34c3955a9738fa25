import { z } from 'zod';
import { pointSchema } from './point.ts';

/** One outbound message. `text` never contains the choices; a channel without buttons appends them as numbers. */
export const replySchema = z.strictObject({
  text: z.string(),
  /** Buttons, in order; answered by number (from 1), by label, or by a press. */
  choices: z.array(z.string()).optional(),
  /** Names the card whose buttons these are; absent for menus of the running dialog. */
  card: z.string().optional(),
  /** Storage keys. */
  photos: z.array(z.string()).optional(),
  point: z.strictObject({ ...pointSchema.shape, name: z.string() }).optional(),
  /** Ask the page to offer its map or camera. */
  wants: z.enum(['place', 'photo']).optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** A message as a channel fetches or is pushed it. */
export const outboundSchema = z.strictObject({
  /** `conversation#seq#n`, never reused: the channel shows or sends each id once. */
  id: z.string(),
  conversation: z.string(),
  /** Position in the conversation; the cursor of the next fetch. */
  seq: z.number().int(),
  at: z.number().int(),
  reply: replySchema,
});
export type Outbound = z.infer<typeof outboundSchema>;
