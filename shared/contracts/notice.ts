import { z } from 'zod';
import { CLOCK_STEPS } from '../domain/case/Clock.ts';
import { RESIDENT_TELLINGS, STAFF_TELLINGS } from '../domain/case/react/Telling.ts';
import { CAUSES } from '../domain/ledger/Cause.ts';
import { TASKED } from '../domain/ledger/Post.ts';
import { pointSchema } from './point.ts';

export const caseNumberSchema = z.string().regex(/^\d{15}$/u, 'a case number has 15 digits');

/** What the people of a case are told of it. Private data in `text` is masked before it gets here. */
const caseNoticeSchema = z.strictObject({
  /** `number#seq#n`: the same fact told to the same person has the same id for ever. */
  id: z.string().max(80),
  kind: z.enum([...STAFF_TELLINGS, ...RESIDENT_TELLINGS]),
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
  /** 凭证 of the entry it is about, for whom the case is. */
  receipt: z.string().max(40).optional(),
  /** How often, or how many, by now. */
  count: z.number().int().optional(),
  /** What is asked for, granted or not: 延期 by so much, 挂账, 退回 of an assisting unit; with the name of the unit. */
  request: z
    .strictObject({
      kind: z.enum(['extend', 'suspend', 'return']),
      unit: z.string().max(60),
      by: z.string().max(10).optional(),
    })
    .optional(),
  /** 申诉: it was refused after an appeal. */
  appealed: z.literal(true).optional(),
  /** The case it was merged into. */
  into: caseNumberSchema.optional(),
  /** Steps of the ladder that are told together, after an outage. */
  steps: z.array(z.enum(CLOCK_STEPS)).max(10).optional(),
  /** The post that is late, in words; of the ladder. */
  late: z.string().max(60).optional(),
  /** By when the unit must be done, publicly (挂牌督办). */
  listedDue: z.number().int().optional(),
  /** Materials that are owed. */
  owed: z
    .array(z.strictObject({ name: z.string().max(60), due: z.number().int() }))
    .max(9)
    .optional(),
  /** Of a resident whose own case was merged: its number. */
  own: caseNumberSchema.optional(),
  /** Open cases that may be the same matter, the nearest first. */
  near: z
    .array(
      z.strictObject({
        number: caseNumberSchema,
        place: z.string().max(200),
        metres: z.number().int(),
        openedAt: z.number().int(),
      }),
    )
    .max(3)
    .optional(),
  /** What worked in cases like it, for who handles it: never at whose door, nor who reported it. */
  similar: z
    .array(
      z.strictObject({
        service: z.string().max(60),
        /** The community, no nearer. */
        place: z.string().max(60),
        report: z.string().max(60),
        rating: z.enum(['A', 'B', 'C', 'D']).optional(),
        /** It had to be done again. */
        reworked: z.literal(true).optional(),
      }),
    )
    .max(3)
    .optional(),
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

/** Units, or whoever answers for cells, the longest waiting first. */
const dutyLinesSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        role: z.enum(['unit', 'supervisor', 'leader']),
        name: z.string().max(60),
        count: z.number().int(),
        /** Since when the oldest of them waits. */
        oldest: z.number().int(),
      }),
    )
    .max(10),
  /** How many there are, named or not. */
  all: z.number().int(),
});

/** 值守: what was not signed for, and what was not confirmed, when a working day was over. */
const dutyNoticeSchema = z.strictObject({
  id: z.string().max(80),
  kind: z.literal('duty'),
  at: z.number().int(),
  day: z.iso.date(),
  /** So many cases, and the oldest of them. */
  count: z.number().int(),
  numbers: z.array(caseNumberSchema).max(3),
  unsigned: dutyLinesSchema,
  unconfirmed: dutyLinesSchema,
});
export type DutyNotice = z.infer<typeof dutyNoticeSchema>;

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
  dutyNoticeSchema,
]);
export type Notice = z.infer<typeof noticeSchema>;
