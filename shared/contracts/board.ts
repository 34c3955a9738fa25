import { z } from 'zod';
import { areaCodeSchema } from './areaCode.ts';
import { pointSchema } from './point.ts';

/** The public responsibility board (责任公示): who answers for a place, for what, by when. Nothing in it is private. */

/** What a board is asked by; every field is text, as an address has it. */
const boardFields = {
  cell: areaCodeSchema,
  place: z.string().trim().min(1).max(100),
  lng: z.string().trim().min(1).pipe(z.coerce.number()).pipe(pointSchema.shape.lng),
  lat: z.string().trim().min(1).pipe(z.coerce.number()).pipe(pointSchema.shape.lat),
} as const;

/** GET /city/board: exactly one of cell, place, and a point. */
export const boardQuerySchema = z.union(
  [
    z.strictObject({ cell: boardFields.cell }),
    z.strictObject({ place: boardFields.place }),
    z.strictObject({ lng: boardFields.lng, lat: boardFields.lat }),
  ],
  'one of: cell=CODE, place=words, lng=…&lat=… (WGS-84 degrees)',
);
export type BoardQuery = z.infer<typeof boardQuerySchema>;

/** `begin`: the cell to go on from where one page does not hold all of them; WeChat has `from` for itself. */
const sheetsFields = { under: areaCodeSchema, begin: areaCodeSchema.optional() } as const;
const sheetsQuerySchema = z.strictObject(sheetsFields);
export type SheetsQuery = z.infer<typeof sheetsQuerySchema>;

/** Marks that whoever passes an address on adds to it (WeChat does) are passed over; without any of ours it is the first page. */
const passedOver = (query: unknown): unknown => {
  const ours = Object.entries(z.record(z.string(), z.unknown()).parse(query)).filter(
    ([name]) => Object.hasOwn(sheetsFields, name) || Object.hasOwn(boardFields, name),
  );
  return ours.length === 0 ? undefined : Object.fromEntries(ours);
};

/** GET /board: the same, or `under`: a page to print for every cell below an area. */
export const boardPageQuerySchema = z.preprocess(
  passedOver,
  z.union([boardQuerySchema, sheetsQuerySchema]).optional(),
);

const unitSchema = z.strictObject({ name: z.string(), phone: z.string().optional() });
const unitWithSuperiorSchema = z.strictObject({ ...unitSchema.shape, superior: unitSchema.optional() });
export type PostedUnit = z.infer<typeof unitWithSuperiorSchema>;

/** `name` as the city allows; `phone` the person's or their unit's, as the city allows. */
const answererSchema = z.strictObject({
  role: z.enum(['supervisor', 'leader']),
  /** The area that they answer for. */
  area: z.string(),
  name: z.string(),
  phone: z.string().optional(),
});
export type Answerer = z.infer<typeof answererSchema>;

/** In plain words: `4 个工作小时`. A step that a service does not have has no limit. */
const limitsSchema = z.strictObject({
  verify: z.string().optional(),
  accept: z.string(),
  sign: z.string(),
  handle: z.string(),
  check: z.string().optional(),
});

const matterSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  conditions: z.array(z.strictObject({ name: z.string(), urgent: z.boolean(), limits: limitsSchema })),
});
export type Matter = z.infer<typeof matterSchema>;

/** Services of one group that one unit leads; without a unit a dispatcher decides. */
const leadSchema = z.strictObject({
  unit: unitWithSuperiorSchema.optional(),
  services: z.array(matterSchema),
});
const groupSchema = z.strictObject({ code: z.string(), name: z.string(), leads: z.array(leadSchema) });
export type BoardGroup = z.infer<typeof groupSchema>;

const areaSchema = z.strictObject({ code: z.string(), name: z.string(), level: z.string() });

export const boardSchema = z.strictObject({
  city: z.string(),
  cell: areaSchema,
  /** Above the cell, upwards. */
  above: z.array(areaSchema),
  /** As of: 2026-09-28T10:00:00+08:00. */
  at: z.string(),
  /** Whoever answers now: of the cell first, then upwards. */
  people: z.array(answererSchema),
  groups: z.array(groupSchema),
  /** Where to complain (监督电话). */
  supervision: z.strictObject({ name: z.string(), phone: z.string() }).optional(),
  /** Address of the chat with the cell known. */
  chat: z.string(),
});
export type Board = z.infer<typeof boardSchema>;

/** `leaf`: it has a board; else the areas below it are asked for by its code. */
const boardChoiceSchema = z.strictObject({
  name: z.string(),
  /** The areas it lies in, coarse to fine. */
  within: z.string(),
  code: z.string(),
  leaf: z.boolean(),
});
export type BoardChoice = z.infer<typeof boardChoiceSchema>;

const boardChoicesSchema = z.strictObject({
  choices: z.array(boardChoiceSchema),
  /** There are others. */
  more: z.boolean(),
  /** What was said as a place that is not known, where the choices only come near. */
  missed: z.string().optional(),
});
export type BoardChoices = z.infer<typeof boardChoicesSchema>;

/** `beside`: of a point, the cells that begin within metres: a telephone errs. */
export const boardAnswerSchema = z.union([
  z.strictObject({
    board: boardSchema,
    beside: z.array(z.strictObject({ code: z.string(), name: z.string(), metres: z.number() })),
  }),
  boardChoicesSchema,
]);
export type BoardAnswer = z.infer<typeof boardAnswerSchema>;
