import { z } from 'zod';
import type { LedgerRow, Place, Route, Unit } from '../../domain/city/City.ts';
import { ROLES } from '../../domain/city/roleNames.ts';
import {
  areaCodeSchema,
  channelFieldSchema,
  codeSchema,
  dateSchema,
  nameSchema,
  phoneSchema,
} from './fieldSchemas.ts';

const degreesSchema = z.number();

export const placeSchema = z.strictObject({
  name: nameSchema,
  aliases: z.array(nameSchema),
  lng: degreesSchema,
  lat: degreesSchema,
  /** '' until it is found by the point. */
  area: z.union([z.literal(''), areaCodeSchema]),
  kind: z.string().max(30),
}) satisfies z.ZodType<Place>;

export const unitSchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  parent: codeSchema.exactOptional(),
  phone: z.union([z.literal(''), phoneSchema]),
  channel: z.union([z.literal(''), channelFieldSchema]),
}) satisfies z.ZodType<Unit>;

export const routeSchema = z.strictObject({
  service: z.string().refine((text) => /^(?:\*|[0-9A-Za-z][0-9A-Za-z_.-]{0,39}\*?)$/u.test(text), {
    error: ({ input }) => `“${String(input).slice(0, 30)}”不是事项`,
    params: { remedy: '写事项编码、大类编码加 *（如 06*），或单独一个 *' },
  }),
  area: areaCodeSchema,
  unit: codeSchema,
  share: z.enum(['lead', 'assist']),
}) satisfies z.ZodType<Route>;

export const ledgerRowSchema = z.strictObject({
  area: areaCodeSchema,
  role: z.enum(ROLES),
  unit: codeSchema.exactOptional(),
  person: codeSchema,
  name: nameSchema,
  phone: z.union([z.literal(''), phoneSchema]),
  channel: channelFieldSchema,
  deputy: codeSchema.exactOptional(),
  superior: codeSchema.exactOptional(),
  from: dateSchema,
  to: dateSchema.exactOptional(),
}) satisfies z.ZodType<LedgerRow>;
