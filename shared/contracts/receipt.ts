import { z } from 'zod';

/** As people write them; whatever they are not is answered as if it were not known. */
export const receiptQuerySchema = z.object({
  number: z.string().max(80).optional(),
  receipt: z.string().max(80).optional(),
});

/** GET /verify/{number}?receipt=…: nothing private, and of residents nobody but the one who holds the receipt. */
export const receiptAnswerSchema = z.strictObject({
  number: z.string(),
  service: z.string().optional(),
  /** The community it lies in, by name; nothing finer. */
  community: z.string().optional(),
  /** Absent where the chain is broken: what came after it is not known. */
  stage: z.string().optional(),
  stageName: z.string().optional(),
  chain: z.strictObject({
    whole: z.boolean(),
    entries: z.number().int(),
    /** The first entry that was altered or is not there. */
    brokenAt: z.number().int().optional(),
    /** Whether what is stored as its present state follows from it. */
    agrees: z.boolean(),
  }),
  /** The entry that the receipt was given for. */
  receipt: z.strictObject({ seq: z.number().int(), at: z.string(), unaltered: z.boolean() }),
  /** What happened, by whom in which post, up to where the chain is whole. */
  history: z.array(
    z.strictObject({ seq: z.number().int(), at: z.string(), who: z.string(), words: z.string() }),
  ),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswerSchema>;
