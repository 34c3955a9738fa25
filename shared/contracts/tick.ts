import { z } from 'zod';
import { caseNumberSchema } from './notice.ts';

/** Body of the tick queue, version 1: look at the clock of this case. */
export const tickBodySchema = z.strictObject({
  v: z.literal(1),
  number: caseNumberSchema,
  /** The instant that fell due; names the command, so that a repeated tick is known. */
  due: z.number().int(),
});
export type TickBody = z.infer<typeof tickBodySchema>;
