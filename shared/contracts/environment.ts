import { z } from 'zod';

/** Every variable a function may have. A function reads those it names, once, at start; a missing one stops it there. */
export const variables = {
  STAGE: z.string().min(1),
  CITY: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/u),
  TABLE_NAME: z.string().min(1),
  PHOTO_BUCKET: z.string().min(1),
  CITY_BUCKET: z.string().min(1),
  TURN_QUEUE_URL: z.url(),
  TICK_QUEUE_URL: z.url(),
  /** Posts in which others answer now. */
  HANDOVER_QUEUE_URL: z.url(),
  /** Replies waiting for the wechaty host. */
  REPLY_QUEUE_URL: z.url(),
  /** Where a queue function puts bodies it cannot read. */
  DEAD_LETTER_URL: z.url(),
  /** Signs the tokens of the web channel. */
  WEB_SECRET_ARN: z.string().min(1),
  /** Shared with the wechaty host, which signs its requests with it. */
  HOST_SECRET_ARN: z.string().min(1),
  /** `https://…` of the WebSocket stage, for pushing to connections. */
  SOCKET_ENDPOINT: z.url(),
  /** `wss://…` of the WebSocket stage, where the page listens. */
  SOCKET_URL: z.url({ protocol: /^wss?$/u }),
  /** Scheme and host of the photo bucket, which the page uploads to and shows photos from. */
  PHOTO_ORIGIN: z.url({ protocol: /^https?$/u }),
  /** `https://…` of the HTTP API, as people reach its pages. */
  PUBLIC_URL: z.url({ protocol: /^https?$/u }),
  /** What is posted of people in public: their names, and their own telephones or their unit's. */
  BOARD_NAMES: z.enum(['full', 'surname']),
  BOARD_PHONES: z.enum(['own', 'unit']),
} as const;

export type Variable = keyof typeof variables;

/** The named variables, checked. Throws with every missing or malformed one named: a deployment fault, not a user's. */
export const readEnvironment = <V extends Variable>(
  names: readonly V[],
  source: Readonly<Record<string, string | undefined>>,
): { readonly [K in V]: string } => {
  const faults: string[] = [];
  const read: Partial<Record<V, string>> = {};
  for (const name of names) {
    const result = variables[name].safeParse(source[name]);
    if (result.success) read[name] = result.data;
    else faults.push(`${name}: ${source[name] === undefined ? 'not set' : result.error.issues[0]?.message}`);
  }
  if (faults.length > 0) throw new Error(`Environment: ${faults.join('; ')}`);
  return read as { readonly [K in V]: string };
};
