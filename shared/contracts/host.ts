import { z } from 'zod';
import { heardSchema } from './web.ts';

/** The wire of the signed door that channel hosts use; requests are in functions/http/host*.ts. */

/** GET /channels/{channel}/replies: what waits to be said. The receipt acknowledges it once it was. */
export const hostRepliesSchema = z.strictObject({
  replies: z.array(z.strictObject({ receipt: z.string(), message: heardSchema })),
});
export type HostReplies = z.infer<typeof hostRepliesSchema>;
