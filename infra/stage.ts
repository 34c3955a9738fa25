/** Everything in which one deployment differs from another. A new city or environment is a new entry, nothing else. */
export interface StageSettings {
  /** The city folder whose published versions this deployment reads. */
  readonly city: string;
  /** Fixed only where the partition must be known at synthesis; otherwise the deployer's credentials decide. */
  readonly region?: string;
  /** Requests per second the table serves at once, without growing first. 4,000 and 12,000 are what AWS gives for nothing. */
  readonly warm: { readonly reads: number; readonly writes: number };
  /** Off where the account still has the small concurrency quota of a new one: reserving would fail. */
  readonly reserveConcurrency: boolean;
  /** Most batches of one queue handled at once. */
  readonly queueConcurrency: { readonly turns: number; readonly ticks: number };
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** The same of each door that asks nobody who they are: all of these together are less than what every door shares. */
  readonly openThrottle: { readonly rate: number; readonly burst: number };
  readonly logDays: 7 | 14 | 30 | 90 | 180;
  readonly photoDays: number;
  /** DynamoDB's report of hot keys; priced by event, so only where somebody looks at it. */
  readonly hotKeys: boolean;
  /** Origins beside the API's own that may post photos from a browser. */
  readonly pageOrigins: readonly string[];
  /** What is posted of people on the public board (docs/board.md): whole names or 「宋网格员」; their own telephones or their unit's. */
  readonly board: { readonly names: 'full' | 'surname'; readonly phones: boolean };
  /** Cases that may become overdue within an hour before somebody is told. */
  readonly overdueAlarm: number;
  readonly alarmEmail?: string;
  /** How the wechaty host reaches WeChat. Without an endpoint it starts, says what is missing, and waits (docs/wechat.md). */
  readonly puppet: {
    readonly name: `wechaty-puppet-${string}`;
    /** `host:port` of the puppet service. */
    readonly endpoint?: string;
    /** Certificate (PEM) of the authority that signed the puppet service's own. */
    readonly authority?: string;
  };
  /** Whether this stack sets the role by which API Gateway logs: one per account and region, so off where another stack has set it. */
  readonly accountLogRole: boolean;
}

const small = {
  city: 'example',
  warm: { reads: 12_000, writes: 4_000 },
  reserveConcurrency: false,
  queueConcurrency: { turns: 20, ticks: 5 },
  throttle: { rate: 100, burst: 200 },
  openThrottle: { rate: 12, burst: 24 },
  logDays: 14,
  photoDays: 90,
  hotKeys: false,
  pageOrigins: [],
  board: { names: 'surname', phones: false },
  overdueAlarm: 10,
  puppet: { name: 'wechaty-puppet-service' },
  accountLogRole: true,
} as const satisfies StageSettings;

/** Sized for a city of 20 million on its worst day: 1,000 messages a second, 10,000 write units a second. */
const city = {
  ...small,
  warm: { reads: 24_000, writes: 10_000 },
  reserveConcurrency: true,
  // Eight batches of ticks at once ask nine tenths of the warm table: what all falls due at nine must not throttle those who speak.
  queueConcurrency: { turns: 200, ticks: 8 },
  throttle: { rate: 2_000, burst: 4_000 },
  openThrottle: { rate: 240, burst: 480 },
  logDays: 90,
  photoDays: 730,
  hotKeys: true,
  overdueAlarm: 200,
} as const satisfies StageSettings;

const stages = {
  local: {
    ...small,
    pageOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
    board: { names: 'full', phones: true },
  },
  dev: small,
  prod: city,
  cn: { ...city, region: 'cn-north-1' },
} as const satisfies Record<string, StageSettings>;

export type StageName = keyof typeof stages;
export const stageNames = Object.keys(stages) as readonly StageName[];

const isStage = (name: string): name is StageName => Object.hasOwn(stages, name);

/** The name, checked. Throws with the names there are. */
export const stageNamed = (name: string): StageName => {
  if (isStage(name)) return name;
  throw new Error(`Stage "${name}" is not known. Stages: ${stageNames.join(', ')} (infra/stage.ts).`);
};

export const settingsOf = (name: StageName): StageSettings => stages[name];
