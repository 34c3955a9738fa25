import { z } from 'zod';
import { MOST_PHOTOS } from '../domain/case/MOST_PHOTOS.ts';
import { cleanText } from '../domain/text/cleanText.ts';
import { parseDuration } from '../domain/time/Duration.ts';
import { caseNumberSchema } from './notice.ts';
import { pointSchema } from './point.ts';
import { inboundSchema, photoKeySchema, TEXT_LIMIT } from './turn.ts';

/**
 * What a person may ask of a case over the HTTP API: the commands of the domain, with the bounds that dialogs keep. What the clock
 * and other cases ask is not among them. A test compares the two, type by type.
 */

/** Words a person wrote, as they are kept: without what cannot be seen. */
const wordsSchema = z
  .string()
  .max(TEXT_LIMIT)
  .overwrite(cleanText)
  .min(1, 'must not be empty')
  .meta({ title: 'words' });
const photosSchema = z.array(photoKeySchema.meta({ title: 'photo key' })).max(MOST_PHOTOS);
/** Of services, conditions, units, materials and persons, as city folders write them. */
const codeSchema = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z_.-]{0,39}$/u, 'a code of the city folder')
  .meta({ title: 'code' });
const durationSchema = z
  .string()
  .max(10)
  .refine((text) => parseDuration(text) !== undefined, 'a duration such as 4wh, 2wd, 8h')
  .meta({ title: 'duration' });
const placeSchema = z.strictObject({
  ...pointSchema.shape,
  name: z.string().max(200).overwrite(cleanText).min(1, 'must not be empty'),
});
const phoneSchema = z
  .string()
  .regex(/^\+?\d[\d-]{4,18}\d$/u, 'digits and -')
  .meta({ title: 'telephone' });
const gradeSchema = z.enum(['A', 'B', 'C', 'D']);
const assistSchema = z.strictObject({ unit: codeSchema, after: z.exactOptional(codeSchema) });

const command = <T extends string, Shape extends z.core.$ZodShape>(type: T, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const reason = wordsSchema;
const material = { text: z.exactOptional(wordsSchema), photos: z.exactOptional(photosSchema) };
const report = { report: wordsSchema, photos: photosSchema };
const dispatch = { unit: codeSchema, assist: z.exactOptional(z.array(assistSchema).max(9)) };

/** 上报. Whose report it is, the token says. */
export const openCommandSchema = command('open', {
  service: codeSchema,
  condition: z.exactOptional(codeSchema),
  place: placeSchema,
  text: z.string().max(TEXT_LIMIT).overwrite(cleanText),
  photos: photosSchema,
  phone: z.exactOptional(phoneSchema),
  privacy: z.exactOptional(z.enum(['anonymous', 'confidential'])),
  about: z.exactOptional(codeSchema),
  patrol: z.exactOptional(z.strictObject({ solved: z.exactOptional(z.strictObject(report)) })),
  owes: z.exactOptional(
    z.strictObject({ materials: z.array(codeSchema).min(1).max(9), promise: wordsSchema }),
  ),
});
export type OpenCommand = z.infer<typeof openCommandSchema>;

export const commandSchema = z.discriminatedUnion('type', [
  command('supplement', material),
  command('supply', { material: codeSchema, ...material }),
  command('withdraw', { reason: z.exactOptional(reason) }),
  command('appeal', { reason }),
  command('urge', {}),
  command('rate', {
    rating: z.strictObject({
      overall: gradeSchema,
      openness: z.exactOptional(gradeSchema),
      result: z.exactOptional(gradeSchema),
      opinion: z.exactOptional(wordsSchema),
    }),
  }),
  command('verify', {}),
  command('correct', {
    service: z.exactOptional(codeSchema),
    condition: z.exactOptional(codeSchema),
    urgent: z.exactOptional(z.boolean()),
    place: z.exactOptional(placeSchema),
  }),
  command('decline', { reason }),
  // The number alone: what is known of the other case is looked up.
  command('merge', { into: caseNumberSchema.meta({ title: 'case number' }) }),
  command('solve', report),
  command('accept', {}),
  command('dispatch', dispatch),
  command('redispatch', { ...dispatch, reason }),
  command('conclude', { reason }),
  command('sign', {}),
  command('finish', report),
  command('return', { reason }),
  command('transfer', {
    to: z.union([z.strictObject({ person: codeSchema }), z.strictObject({ unit: codeSchema })]),
  }),
  command('cohandle', { unit: codeSchema, reason }),
  command('extend', { by: durationSchema, reason }),
  command('suspend', { reason }),
  command('resume', {}),
  command('approve', {}),
  command('reject', { reason }),
  command('ask', { question: wordsSchema }),
  command('consult', { question: wordsSchema }),
  command('opine', { accept: z.boolean(), words: wordsSchema }),
  command('pass', {}),
  command('fail', { reason }),
  command('visit', { agreed: z.boolean(), words: wordsSchema }),
]);
export type AskedCommand = z.infer<typeof commandSchema>;

/** POST /web/cases/{number}/commands. The same id asks for the same thing: sent again, it has no second effect. */
export const commandRequestSchema = z.strictObject({ id: inboundSchema.shape.id, command: commandSchema });

/** POST /web/cases */
export const openRequestSchema = z.strictObject({
  id: inboundSchema.shape.id,
  command: openCommandSchema,
});
