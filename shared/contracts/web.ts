import { z } from 'zod';
import { PHOTO_BYTES, PHOTO_TYPES } from './photo.ts';
import { outboundSchema } from './reply.ts';
import { inboundSchema, photoKeySchema, saidSchema } from './turn.ts';

/** The wire of the web channel: what the page and the doors say to each other. Instants are milliseconds since 1970. */

/** POST /web/sessions: a new resident. */
export const sessionAnswerSchema = z.strictObject({ conversation: z.string(), token: z.string() });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** POST /web/photos and /channels/{channel}/photos: what is about to be uploaded. */
export const photoRequestSchema = z.strictObject({
  size: z.number().int().min(1).max(PHOTO_BYTES),
  type: z.enum(PHOTO_TYPES),
});
export type PhotoRequest = z.infer<typeof photoRequestSchema>;

/** Where to upload it: a multipart POST of the fields, in this order, then `file`. Then a turn of kind `photo` with the key. */
export const photoAnswerSchema = z.strictObject({
  key: photoKeySchema,
  url: z.url(),
  fields: z.record(z.string(), z.string()),
});
export type PhotoAnswer = z.infer<typeof photoAnswerSchema>;

/** GET /web/messages: `after` is the `next` of the fetch before, 0 at first. */
export const messagesQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(0).max(1e12).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Addresses under which the browser can show the photos of the message, in order; they live for minutes. */
const photoUrls = z.array(z.url()).optional();

/** Something we said to the person. */
const heardSchema = z.strictObject({ ...outboundSchema.shape, photoUrls });
export type Heard = z.infer<typeof heardSchema>;

/** The person's own words. `id` is the one the page sent, by which it knows its own message again. */
const spokenSchema = z.strictObject({
  id: z.string(),
  seq: z.number().int(),
  at: z.number().int(),
  said: saidSchema,
  photoUrls,
});

const wireMessageSchema = z.union([heardSchema, spokenSchema]);
export type WireMessage = z.infer<typeof wireMessageSchema>;

/** A name a page makes for itself when it is opened: what it is answered at once need not be pushed to it too. */
export const pageSchema = z.string().regex(/^[\w-]{1,40}$/u, '1 to 40 letters, digits, _ or -');

/** POST /web/turns. A message that is sent again is sent as it was, in every field but `after`. */
export const webTurnSchema = z.strictObject({
  ...inboundSchema.shape,
  page: pageSchema.optional(),
  /** The page's last message that was answered 202, until one is answered 200: what is said after it does not overtake it. */
  after: inboundSchema.shape.id.optional(),
  /** The newest position the page had when it was said: what came in later cannot have been meant. */
  upTo: z.number().int().min(0).max(1e12).optional(),
  /** When it was said, by the page's clock. */
  at: z.number().int().optional(),
});
export type WebTurn = z.infer<typeof webTurnSchema>;

/**
 * 200: taken and answered; `messages` is what was said and what we say to it. 202: kept, and taken as soon as may be; the
 * answer is pushed. Either way it is acknowledged, and sending it again does nothing more.
 */
export const turnAnswerSchema = z.strictObject({
  id: z.string(),
  messages: z.array(wireMessageSchema).optional(),
});
export type TurnAnswer = z.infer<typeof turnAnswerSchema>;

/** Ordered by `seq`, own words before the replies to them. `next` equals `after` when there is nothing new. */
export const messagesAnswerSchema = z.strictObject({
  messages: z.array(wireMessageSchema),
  next: z.number().int(),
});
export type MessagesAnswer = z.infer<typeof messagesAnswerSchema>;

/** A text frame the WebSocket pushes. The page never sends on it; what a lost frame held comes with the next fetch. */
export const socketFrameSchema = z.strictObject({ messages: z.array(wireMessageSchema) });
export type SocketFrame = z.infer<typeof socketFrameSchema>;

/** One line of GET /web/cases: a resident's own reports, or what a staff member's posts answer for. */
const caseLineSchema = z.strictObject({
  number: z.string(),
  version: z.number().int(),
  stage: z.string(),
  stageName: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  service: z.string(),
  serviceName: z.string(),
  place: z.string(),
  lng: z.number(),
  lat: z.number(),
  leaf: z.string(),
  openedAt: z.number().int(),
  due: z.number().int().optional(),
  /** The due instant in words; empty when nothing is due. */
  dueText: z.string(),
  overdue: z.boolean(),
  rating: z.string().optional(),
});
export type CaseLine = z.infer<typeof caseLineSchema>;

export const casesAnswerSchema = z.strictObject({ cases: z.array(caseLineSchema) });
export type CasesAnswer = z.infer<typeof casesAnswerSchema>;

/**
 * GET /city/areas: the part of the city that a box touches, or all of it. Where its leaves are more than `most`, the finest level above
 * them of which there are not so many; the areas above those shown come without geometry.
 */
export const areasQuerySchema = z.strictObject({
  /** west,south,east,north in degrees. */
  box: z
    .string()
    .regex(
      /^-?\d{1,3}(?:\.\d{1,9})?(?:,-?\d{1,3}(?:\.\d{1,9})?){3}$/u,
      'box=west,south,east,north in degrees',
    )
    .transform((text) => {
      const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
      return { west, south, east, north };
    })
    .refine(({ west, south, east, north }) => west < east && south < north, 'west < east and south < north')
    .optional(),
  most: z.coerce.number().int().min(1).max(1_000).default(600),
});

const areaFeatureSchema = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({
    code: z.string(),
    name: z.string(),
    level: z.string(),
    kind: z.string().optional(),
    parent: z.string().optional(),
  }),
  geometry: z
    .union([
      z.strictObject({
        type: z.literal('Polygon'),
        coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
      }),
      z.strictObject({
        type: z.literal('MultiPolygon'),
        coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
      }),
    ])
    .nullable(),
});
export const areasAnswerSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  /** Of the areas that are shown. */
  level: z.string(),
  /** Whether these are the leaves; else their shapes are simplified, and a smaller box shows more. */
  leaves: z.boolean(),
  features: z.array(areaFeatureSchema),
});
export type AreasAnswer = z.infer<typeof areasAnswerSchema>;

/** Every refusal of an HTTP door. `message` and `remedy` are sentences for a person. */
export const errorAnswerSchema = z.strictObject({
  error: z.string(),
  message: z.string(),
  field: z.string().optional(),
  remedy: z.string().optional(),
});
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;
