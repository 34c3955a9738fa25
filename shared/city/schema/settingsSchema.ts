import { z } from 'zod';
import type { City, Level } from '../../domain/city/City.ts';
import { clockTimeSchema, durationSchema, nameSchema } from './fieldSchemas.ts';
import { policySchema } from './policySchema.ts';

/** Coarse to fine. */
export const LEVELS = [
  'province',
  'city',
  'county',
  'street',
  'community',
  'grid',
  'cell',
] as const satisfies readonly Level[];

/** What `city.yaml` holds. */
export type Settings = Pick<
  City,
  | 'id'
  | 'name'
  | 'timezone'
  | 'hours'
  | 'levels'
  | 'rounds'
  | 'unratedAfter'
  | 'duplicates'
  | 'notices'
  | 'policy'
>;

const idSchema = z.string().refine((text) => /^[a-z][a-z0-9-]{0,30}$/u.test(text), {
  error: ({ input }) => `“${String(input).slice(0, 40)}”不能作城市的 id`,
  params: { remedy: '以小写字母开头，只用小写字母、数字和 -，最多 31 个字符' },
});

export const settingsFields = {
  id: idSchema,
  name: nameSchema,
  timezone: z.literal('Asia/Shanghai'),
  hours: z.array(z.tuple([clockTimeSchema, clockTimeSchema])).min(1),
  levels: z.array(z.enum(LEVELS)).min(1),
  rounds: z.int().min(0).max(99),
  unratedAfter: durationSchema,
  duplicates: z.strictObject({ metres: z.number().min(0).max(100_000), within: durationSchema }),
  notices: z.strictObject({ quiet: z.tuple([clockTimeSchema, clockTimeSchema]) }),
  policy: policySchema.exactOptional(),
};

export const settingsSchema = z.strictObject(settingsFields) satisfies z.ZodType<Settings>;
