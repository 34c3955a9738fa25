export interface LocalSchedule {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  /** `rate(1 minute)`, `cron(…)`, `at(…)`. */
  readonly expression: string;
  readonly timezone: string;
  readonly enabled: boolean;
  /** ARN of the target: a function or a queue. */
  readonly targetArn: string;
  /** Set when the target is a function. */
  readonly functionName?: string;
  /** Constant input, when the template gives one. */
  readonly input?: string;
  /** The service that fires it: decides the shape of the event without constant input. */
  readonly service: 'scheduler' | 'events';
}
