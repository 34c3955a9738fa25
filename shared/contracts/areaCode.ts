import { z } from 'zod';

/** Code of an area, as an address or a message has it. */
export const areaCodeSchema = z.string().regex(/^[\w-]{1,40}$/u, 'code of an area');
