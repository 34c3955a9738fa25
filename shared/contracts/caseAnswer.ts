import { z } from 'zod';
import { CLOCK_STEPS } from '../domain/case/Clock.ts';

/** Instants are milliseconds since 1970; a field that ends in `Name` or `Text` is for people. */
const instant = z.int();

/** One unit's share. Who looks for a unit that helps sees that unit's alone. */
const taskSchema = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  share: z.enum(['lead', 'assist']),
  status: z.enum(['waiting', 'assigned', 'handling', 'done', 'returned', 'released']),
  statusName: z.string(),
  /** It begins when this unit has done its own. */
  after: z.string().optional(),
  /** Who of the unit has it; for the staff. */
  personName: z.string().optional(),
});

const clockSchema = z.strictObject({
  /** `stage`, `task:<unit>`, `request`, `owed:<material>`. */
  name: z.string(),
  limit: z.string(),
  /** What must be done by then: 签收. */
  stepName: z.string(),
  ownerName: z.string(),
  since: instant,
  due: instant,
  dueText: z.string(),
  overdue: z.boolean(),
  /** The deadline crosses into a year whose working days are not announced. */
  provisional: z.boolean(),
  /** Why it ends then, in a sentence that can be checked on a wall calendar. */
  explained: z.string(),
  /** What it does next, and when. */
  next: z.strictObject({ step: z.enum(CLOCK_STEPS), at: instant }).optional(),
});

/** What waits for the approval of somebody above: for the staff, and of units for those it is about. */
const requestSchema = z.strictObject({
  kind: z.enum(['extend', 'suspend', 'return']),
  kindName: z.string(),
  unit: z.string(),
  unitName: z.string(),
  by: z.string().optional(),
  reason: z.string(),
  approverName: z.string(),
});

/** GET /web/cases/{number}: plain words, no private data. `hash` is whole, so that a receipt can be compared. */
export const caseAnswerSchema = z.strictObject({
  number: z.string(),
  stage: z.string(),
  stageName: z.string(),
  service: z.string(),
  place: z.string(),
  lng: z.number(),
  lat: z.number(),
  ownerName: z.string(),
  urgent: z.boolean(),
  rounds: z.int(),
  due: instant.optional(),
  /** What was reported; not for those who reported the same and were merged into it. */
  text: z.string().optional(),
  tasks: z.array(taskSchema),
  clocks: z.array(clockSchema),
  request: requestSchema.optional(),
  /** It stands still: since when, and the question, or the reason. */
  paused: z
    .strictObject({
      kind: z.enum(['material', 'suspension', 'consultation']),
      since: instant,
      sinceText: z.string(),
      words: z.string(),
    })
    .optional(),
  /** Material that is owed, by when, and what was promised for it. */
  owed: z.array(z.strictObject({ code: z.string(), name: z.string(), due: instant, dueText: z.string() })),
  promise: z.string().optional(),
  /** The case it was merged into, and how many were merged into it. */
  into: z.string().optional(),
  joined: z.int(),
  /** 挂牌督办 */
  listed: z
    .strictObject({
      unit: z.string(),
      unitName: z.string(),
      since: instant,
      due: instant,
      dueText: z.string(),
    })
    .optional(),
  history: z.array(z.strictObject({ at: instant, atText: z.string(), words: z.string(), hash: z.string() })),
});
export type CaseAnswer = z.infer<typeof caseAnswerSchema>;

/** What a command is answered with: the case as it is now, or no more than that to whom it is not theirs to look at any more. */
export const commandAnswerSchema = z.union([
  caseAnswerSchema,
  z.strictObject({ number: z.string(), stage: z.string(), stageName: z.string() }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
