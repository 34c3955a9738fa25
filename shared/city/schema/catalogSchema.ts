import { z } from 'zod';
import type { City, Material, Service } from '../../domain/city/City.ts';
import { codeSchema, durationSchema, nameSchema, wordSchema } from './fieldSchemas.ts';

export const groupSchema = z.strictObject({ code: codeSchema, name: nameSchema }) satisfies z.ZodType<
  City['groups'][number]
>;

const conditionSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  urgent: z.boolean(),
  limits: z.strictObject({
    verify: durationSchema,
    accept: durationSchema,
    sign: durationSchema,
    handle: durationSchema,
    check: durationSchema,
    repair: durationSchema.exactOptional(),
  }),
});

const materialSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  owe: durationSchema.exactOptional(),
}) satisfies z.ZodType<Material>;

export const serviceSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  group: codeSchema,
  kind: z.enum(['request', 'event', 'hazard', 'dispute', 'application']),
  words: z.array(wordSchema).min(1),
  /** Often there is nothing that sounds alike. */
  not: z.array(wordSchema).default([]),
  verify: z.boolean(),
  check: z.boolean(),
  needs: z.array(z.enum(['place', 'text', 'photo', 'phone'])),
  conditions: z.array(conditionSchema).min(1),
  materials: z.array(materialSchema).exactOptional(),
}) satisfies z.ZodType<Service>;
