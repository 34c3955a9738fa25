import { z } from 'zod';
import type { HostOptions } from './startHost.ts';

/** Fetches no location, checks no signature: whoever knows its address speaks as anybody. */
const REFUSED = ['wechaty-puppet-official-account'];
/** They drive a personal account, which WeChat's terms forbid. */
const PERSONAL = /^wechaty-puppet-(?:padlocal|wechat4u|wechat|xp)$/u;

const schema = z.object({
  DOOR_URL: z.url({ protocol: /^https?$/u }),
  HOST_SECRET: z.string().min(16),
  // wechaty would take a personal-account puppet when nothing is said.
  WECHATY_PUPPET: z
    .templateLiteral([z.string().regex(/^(?:@[\w-]+\/)?$/u), 'wechaty-puppet-', z.string().min(1)])
    .refine(
      (name) => !REFUSED.includes(name),
      'this puppet checks no signature: anybody could speak as anybody',
    ),
  WECHATY_TOKEN: z.string().optional(),
  SPOOL_DIR: z.string().min(1).default('.spool'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  COORDINATES: z.enum(['gcj02', 'wgs84']).default('gcj02'),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z.string().optional(),
  WECHATY_PUPPET_SERVICE_TLS_CA_CERT: z.string().optional(),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: z.string().optional(),
});

export interface HostSettings {
  readonly options: HostOptions & { readonly port: number };
  /** What a person has yet to give before the puppet can be reached; the host waits for it. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads the environment. Throws with every variable that is missing or malformed. */
export const hostSettings = (environment: NodeJS.ProcessEnv): HostSettings => {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map(
      ({ path, message }) =>
        `${path.join('.')}: ${environment[String(path[0])] === undefined ? 'not set' : message}`,
    );
    throw new Error(`Environment: ${faults.join('; ')}`);
  }
  const read = result.data;
  return {
    options: {
      door: read.DOOR_URL,
      secret: read.HOST_SECRET,
      puppet: read.WECHATY_PUPPET as `wechaty-puppet-${string}`,
      ...(read.WECHATY_TOKEN ? { token: read.WECHATY_TOKEN } : {}),
      spoolDir: read.SPOOL_DIR,
      port: read.PORT,
      coordinates: read.COORDINATES,
    },
    missing: missingOf(read),
    warnings: PERSONAL.test(read.WECHATY_PUPPET)
      ? [
          `${read.WECHATY_PUPPET} drives a personal account: against WeChat's terms, and not for a government service`,
        ]
      : [],
  };
};

/** Without an endpoint the service puppet asks a public server for it, and without its own key it trusts one that everybody can read. */
const missingOf = (read: z.infer<typeof schema>): readonly string[] => {
  if (read.WECHATY_PUPPET !== 'wechaty-puppet-service') return [];
  const plain = read.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT === 'true';
  const needed = [
    'WECHATY_TOKEN',
    'WECHATY_PUPPET_SERVICE_ENDPOINT',
    ...(plain ? [] : ['WECHATY_PUPPET_SERVICE_TLS_CA_CERT']),
  ] as const;
  return needed.filter((name) => !read[name as keyof typeof read]);
};
