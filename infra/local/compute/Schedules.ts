import { randomUUID } from 'node:crypto';
import type { LocalSchedule } from '../template/LocalSchedule.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';

export interface SchedulesParts {
  readonly schedules: readonly LocalSchedule[];
  readonly region: string;
  readonly now: () => number;
  readonly runtime: Pick<FunctionRuntime, 'invoke'>;
  readonly complain: (what: string) => void;
}

/** Looks at the local clock this often, in real time. */
const LOOK_EVERY = 250;
const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Milliseconds of `rate(5 minutes)`; undefined for what is not a rate. */
export const rateOf = (expression: string): number | undefined => {
  const found = /^rate\((\d+) (minute|hour|day)s?\)$/u.exec(expression);
  return found ? Number(found[1]) * UNITS[found[2] as keyof typeof UNITS] : undefined;
};

/** The schedules of the template on the local clock. Only rates that call functions are played; others are named at start. */
export class Schedules {
  readonly #parts: SchedulesParts;
  /** By schedule, not by name: a rule may have several targets, and each has its own turn. */
  readonly #last = new Map<LocalSchedule, number>();
  #timer: NodeJS.Timeout | undefined;
  #held = false;

  constructor(parts: SchedulesParts) {
    this.#parts = parts;
  }

  start(): void {
    for (const schedule of this.#parts.schedules) {
      if (!schedule.enabled) continue;
      if (rateOf(schedule.expression) === undefined || !schedule.functionName)
        this.#parts.complain(`schedule ${schedule.name} (${schedule.expression}) is not played here`);
    }
    this.#mark();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Fires all of them now, once, and waits for what they answer: for moments that the clock is taken to. */
  async fire(): Promise<void> {
    await Promise.all(this.#playable().map((schedule) => this.#call(schedule)));
  }

  /** Nothing fires by itself while somebody moves the clock. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#mark();
    this.#held = false;
  }

  #playable(): readonly LocalSchedule[] {
    return this.#parts.schedules.filter(
      (each) => each.enabled && each.functionName && rateOf(each.expression) !== undefined,
    );
  }

  #mark(): void {
    for (const schedule of this.#playable()) this.#last.set(schedule, this.#turn(schedule));
  }

  #turn(schedule: LocalSchedule): number {
    return Math.floor(this.#parts.now() / (rateOf(schedule.expression) ?? Number.POSITIVE_INFINITY));
  }

  #look(): void {
    if (this.#held) return;
    for (const schedule of this.#playable()) {
      const turn = this.#turn(schedule);
      if (turn === this.#last.get(schedule)) continue;
      this.#last.set(schedule, turn);
      void this.#call(schedule);
    }
  }

  async #call(schedule: LocalSchedule): Promise<void> {
    const { region, runtime } = this.#parts;
    const event: unknown = schedule.input
      ? JSON.parse(schedule.input)
      : {
          version: '0',
          id: randomUUID(),
          'detail-type': 'Scheduled Event',
          source: schedule.service === 'events' ? 'aws.events' : 'aws.scheduler',
          account: '000000000000',
          time: new Date(this.#parts.now()).toISOString(),
          region,
          resources: [schedule.arn],
          detail: schedule.service === 'events' ? {} : '{}',
        };
    await runtime.invoke(schedule.functionName ?? '', event);
  }
}
