import { z } from 'zod';
import { CAUSES } from '../domain/ledger/Cause.ts';
import { TASKED } from '../domain/ledger/Post.ts';

/** What was in force on a day. */
const inForceSchema = z.strictObject({
  version: z.string().min(1).max(80),
  staffing: z.string().max(80).optional(),
  date: z.iso.date(),
});
export type InForceNames = z.infer<typeof inForceSchema>;

const personsSchema = z.array(z.string().max(160));

/** What was seen so far of one person's cases. */
const shareSchema = z.strictObject({
  person: z.string().max(160),
  side: z.enum(['gets', 'gives']),
  because: z.enum(CAUSES),
  count: z.number().int(),
  numbers: z.array(z.string().max(15)).max(3),
  others: personsSchema,
});

/**
 * Body of the hand-over queue, version 1: others answer in these posts than before. What is open in them is to be told so, and so are
 * the people.
 */
export const handOverBodySchema = z.strictObject({
  v: z.literal(1),
  /** Of the change as a whole: names the command on every case, so that it happens once. */
  change: z.string().max(40),
  /** Of this part of it. */
  id: z.string().max(60),
  /** When it was seen. */
  at: z.number().int(),
  before: inForceSchema,
  after: inForceSchema,
  /** An earlier program sent posts apart by who gave and who got them. Read, and found out anew. */
  because: z.enum(CAUSES).optional(),
  from: personsSchema.optional(),
  to: personsSchema.optional(),
  posts: z
    .array(
      z.strictObject({
        role: z.enum(TASKED),
        area: z.string().max(30),
        unit: z.string().max(60).optional(),
      }),
    )
    .min(1)
    .max(100),
  /** How far an earlier program had come, which went on in a message of its own. Read, and begun anew: nothing happens twice. */
  progress: z
    .strictObject({
      lists: z.number().int(),
      line: z.string().max(80).optional(),
      shares: z.array(shareSchema),
    })
    .optional(),
});
export type HandOverBody = z.infer<typeof handOverBodySchema>;
