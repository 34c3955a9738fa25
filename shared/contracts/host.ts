import { z } from 'zod';
import { outboundSchema } from './reply.ts';

/** The answers of the signed door that channel hosts use. What they ask is read in functions/http/host*.ts. */

/** Something to be said, with addresses where its photos can be fetched for a few minutes, in order. */
const hostMessageSchema = z.strictObject({ ...outboundSchema.shape, photoUrls: z.array(z.url()).optional() });
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** GET /channels/{channel}/replies: what waits. The receipt acknowledges it once it was said. */
export const hostRepliesSchema = z.strictObject({
  replies: z.array(z.strictObject({ receipt: z.string(), message: hostMessageSchema })),
});
export type HostReplies = z.infer<typeof hostRepliesSchema>;
