import { z } from 'zod';

/** Where a page of GET /listed goes on: the `next` of the page before. */
export const listedCursorSchema = z
  .string()
  .regex(/^\d{1,13}-\d{15}$/u, 'the next of the page before')
  .transform((text) => {
    const [due = '', number = ''] = text.split('-');
    return { due: Number(due), number };
  });

/** GET /listed: what is under listed supervision (挂牌督办), by when it must be done publicly. Instants with their zone, as in ISO 8601. */
export const listedAnswerSchema = z.strictObject({
  city: z.string(),
  cases: z.array(
    z.strictObject({
      number: z.string(),
      service: z.string(),
      /** The community it lies in, by name; nothing finer. */
      community: z.string().optional(),
      /** Who must do it. */
      unit: z.string(),
      /** Since when it is listed, and by when it must be done. */
      since: z.string(),
      due: z.string(),
      past: z.boolean(),
    }),
  ),
  /** There are more: `?after=` this. */
  next: z.string().optional(),
});
export type ListedAnswer = z.infer<typeof listedAnswerSchema>;
