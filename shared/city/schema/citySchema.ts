import { z } from 'zod';
import type { CalendarYear, City } from '../../domain/city/City.ts';
import { areaSchema } from './areaSchema.ts';
import { groupSchema, serviceSchema } from './catalogSchema.ts';
import { dateSchema } from './fieldSchemas.ts';
import { ledgerRowSchema, placeSchema, routeSchema, unitSchema } from './rowSchemas.ts';
import { settingsFields } from './settingsSchema.ts';

export const calendarYearSchema = z.strictObject({
  year: z.int().min(2000).max(2099),
  final: z.boolean(),
  off: z.array(dateSchema),
  work: z.array(dateSchema),
}) satisfies z.ZodType<CalendarYear>;

/** A whole version, as the publisher takes it. */
export const citySchema = z.strictObject({
  ...settingsFields,
  version: z.string().regex(/^[0-9a-f]{16}$/u),
  areas: z.array(areaSchema),
  places: z.array(placeSchema),
  groups: z.array(groupSchema),
  services: z.array(serviceSchema),
  units: z.array(unitSchema),
  routes: z.array(routeSchema),
  ledger: z.array(ledgerRowSchema),
  calendar: z.array(calendarYearSchema),
}) satisfies z.ZodType<City>;
