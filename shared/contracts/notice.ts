import { z } from 'zod';
import { pointSchema } from './point.ts';

export const caseNumberSchema = z.string().regex(/^\d{15}$/u, 'a case number has 15 digits');

/** What the people of a case are told of it. Private data in `text` is masked before it gets here. */
export const noticeSchema = z.strictObject({
  /** `number#seq#n`: the same fact told to the same person has the same id for ever. */
  id: z.string().max(80),
  kind: z.enum([
    'verifyTask',
    'unitTask',
    'checkTask',
    'reworkTask',
    'dispatchTask',
    'corrected',
    'accepted',
    'declined',
    'result',
    'reworking',
    'filedUnrated',
    'supplemented',
    'reminder',
    'overdue',
    'urge',
    'rateReminder',
  ]),
  number: caseNumberSchema,
  /** When it happened. */
  at: z.number().int().optional(),
  service: z.string().max(60),
  /** 情形, where the service tells several apart. */
  condition: z.string().max(60).optional(),
  /** What it was filed as before it was corrected. */
  was: z.strictObject({ service: z.string().max(60), condition: z.string().max(60).optional() }).optional(),
  place: z.string().max(200),
  point: z.strictObject(pointSchema.shape).optional(),
  text: z.string().max(2_000),
  photos: z.array(z.string().max(200)).max(9),
  urgent: z.boolean(),
  /** When the stage this is about must be finished. */
  due: z.number().int().optional(),
  /** The latest instant by which it is handled and checked, where a correction changed it. */
  finish: z.number().int().optional(),
  stage: z.string().max(20).optional(),
  unit: z.string().max(60).optional(),
  /** Result of the handling, or the reason given. */
  words: z.string().max(2_000).optional(),
  /** Which repetition of the same kind, from 1. */
  count: z.number().int().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;
