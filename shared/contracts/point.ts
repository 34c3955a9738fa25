import { z } from 'zod';

/** WGS-84 degrees; impossible numbers do not pass. */
export const pointSchema = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
