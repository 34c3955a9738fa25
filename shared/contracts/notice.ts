import { z } from 'zod';
import { CAUSES } from '../domain/ledger/Cause.ts';
import { TASKED } from '../domain/ledger/Post.ts';
import { pointSchema } from './point.ts';

export const caseNumberSchema = z.string().regex(/^\d{15}$/u, 'a case number has 15 digits');

/** What the people of a case are told of it. Private data in `text` is masked before it gets here. */
const caseNoticeSchema = z.strictObject({
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
export type CaseNotice = z.infer<typeof caseNoticeSchema>;

/** Names of people of the ledger. */
const namesSchema = z.array(z.string().max(60)).max(20);

/** Tasks went from some people to others: the ledger says so, or a leave of absence begins or is over. */
const handedOverSchema = z.strictObject({
  id: z.string().max(80),
  kind: z.literal('handedOver'),
  at: z.number().int(),
  /** Whether whoever is told answers now, or did until now. */
  side: z.enum(['gets', 'gives']),
  because: z.enum(CAUSES),
  /** So many open cases, and the first of them. */
  count: z.number().int(),
  numbers: z.array(caseNumberSchema).max(3),
  /** Those on the other side. */
  people: namesSchema,
  /** Which posts, by name; the first of them. */
  posts: z
    .array(
      z.strictObject({
        role: z.enum(TASKED),
        area: z.string().max(60),
        unit: z.string().max(60).optional(),
      }),
    )
    .max(3),
  /** How many posts, where there are more than are named. */
  postCount: z.number().int().optional(),
});
export type HandedOverNotice = z.infer<typeof handedOverSchema>;

/** A leave of absence was filed, changed or ended. Dates, both included; without `to` until they say that they are back. */
const leaveNoticeSchema = z.strictObject({
  id: z.string().max(80),
  kind: z.literal('leave'),
  at: z.number().int(),
  side: z.enum(['away', 'standsIn']),
  what: z.enum(['filed', 'ended']),
  /** Who is away. */
  name: z.string().max(60),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  /** Who stands in. */
  people: namesSchema,
});
export type LeaveNotice = z.infer<typeof leaveNoticeSchema>;

/** The chat account that hears this does not speak for somebody of the staff any more: they bound another. */
const movedNoticeSchema = z.strictObject({
  id: z.string().max(80),
  kind: z.literal('moved'),
  at: z.number().int(),
  name: z.string().max(60),
});

export const noticeSchema = z.discriminatedUnion('kind', [
  caseNoticeSchema,
  handedOverSchema,
  leaveNoticeSchema,
  movedNoticeSchema,
]);
export type Notice = z.infer<typeof noticeSchema>;
