import type { Call, Meter, MeterReading } from './types.ts';

const CHUNK = 64 * 1024;

const fresh = () => ({
  calls: {} as Record<string, number>,
  callers: {} as Record<string, Record<string, number>>,
  denied: 0,
  dynamodb: { writeUnits: 0, readUnits: 0, streamReads: 0, unmetered: 0, failedWrites: 0 },
  sqs: { requests: 0, emptyReceives: 0, messagesSent: 0 },
  s3: { requests: {} as Record<string, number> },
  bytesIn: 0,
  bytesOut: 0,
});

const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts what AWS would charge for. */
export class CallMeter implements Meter {
  #now = fresh();

  /** Every call that was let through, whatever came of it. */
  call({ caller, service, operation }: Pick<Call, 'caller' | 'service' | 'operation'>): void {
    const key = `${service}.${operation}`;
    add(this.#now.calls, key);
    this.#now.callers[caller] ??= {};
    add(this.#now.callers[caller], key);
    if (service === 's3') add(this.#now.s3.requests, operation);
  }

  denied(): void {
    this.#now.denied += 1;
  }

  bytes(bytesIn: number, bytesOut: number): void {
    this.#now.bytesIn += bytesIn;
    this.#now.bytesOut += bytesOut;
  }

  dynamodb(figures: Partial<MeterReading['dynamodb']>): void {
    for (const [name, value] of Object.entries(figures)) {
      this.#now.dynamodb[name as keyof MeterReading['dynamodb']] += value;
    }
  }

  /** `bytes`: the messages' own, in whichever direction they went. */
  sqs(figures: { readonly bytes: number; readonly sent?: number; readonly empty?: boolean }): void {
    this.#now.sqs.requests += Math.max(1, Math.ceil(figures.bytes / CHUNK));
    this.#now.sqs.messagesSent += figures.sent ?? 0;
    if (figures.empty === true) this.#now.sqs.emptyReceives += 1;
  }

  read(): MeterReading {
    return structuredClone(this.#now);
  }

  reset(): void {
    this.#now = fresh();
  }
}
