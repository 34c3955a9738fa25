import { z } from 'zod';
import type { PolicySettings } from '../../domain/city/City.ts';
import { durationSchema, reasonSchema } from './fieldSchemas.ts';

/** Of a limit: at its end would be no reminder. */
const shareSchema = z.number().refine((share) => share > 0 && share < 1, {
  error: ({ input }) => `${String(input)} 不在 0 和 1 之间`,
  params: { remedy: '写成小数，例如 0.75（时限过了四分之三时提醒）' },
});

/** What `policy` in `city.yaml` may say: every key may be left out. */
export const policySchema = z.strictObject({
  ladder: z
    .strictObject({
      remind: shareSchema.exactOptional(),
      yellow: durationSchema.exactOptional(),
      red: durationSchema.exactOptional(),
      list: durationSchema.exactOptional(),
      listedFor: durationSchema.exactOptional(),
    })
    .exactOptional(),
  limits: z
    .strictObject({
      material: durationSchema.exactOptional(),
      appeal: durationSchema.exactOptional(),
      approve: durationSchema.exactOptional(),
      visit: durationSchema.exactOptional(),
      consult: durationSchema.exactOptional(),
      review: durationSchema.exactOptional(),
    })
    .exactOptional(),
  extensions: z.int().min(0).max(9).exactOptional(),
  quorum: z.int().min(1).max(99).exactOptional(),
  urgeEvery: durationSchema.exactOptional(),
  declines: z.array(reasonSchema).min(1).max(9).exactOptional(),
}) satisfies z.ZodType<PolicySettings>;
