import { z } from 'zod';
import { ROLES } from '../../../shared/domain/city/roleNames.ts';
import { postSchema } from './PhoneBook.ts';

export const peopleSchema = z.strictObject({
  role: z.enum(ROLES).optional(),
  area: z.string().optional(),
  unit: z.string().optional(),
});
export const phonesSchema = z.union([
  z.strictObject({
    open: z.union([
      z.strictObject({ post: postSchema }),
      z.strictObject({ resident: z.string().startsWith('web:').optional() }),
    ]),
    key: z.string().optional(),
  }),
  z.strictObject({ close: z.string() }),
]);
export const postsSchema = z.strictObject({
  words: z.string().max(100).default(''),
  role: z.enum(ROLES).optional(),
});
export const clockSchema = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ at: z.iso.datetime({ offset: true }).optional(), frozen: z.boolean().optional() }),
]);
export const widgetSchema = z.strictObject({
  /** The dashboard's functions that draw. */
  name: z.enum(['casesByStage', 'cityMap']).default('casesByStage'),
  /** What an action in it asks for, and what is written in its forms, as the console sends them. */
  asked: z.record(z.string(), z.unknown()).default({}),
  forms: z.record(z.string(), z.string()).default({}),
  width: z.number().optional(),
  height: z.number().optional(),
  theme: z.enum(['light', 'dark']).optional(),
});
