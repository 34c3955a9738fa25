import type { Crash } from './Step.ts';

/** What a function meets that is ended at that moment. */
class Crashed extends Error {}

/** Ends a use case between two of its awaits: the n-th port it calls fails, once. */
export class Faults {
  private crash: Crash | undefined;
  private calls = 0;
  fired = false;

  arm(crash: Crash | undefined): void {
    this.crash = crash;
    this.calls = 0;
    this.fired = false;
  }

  /** The same ports, each of which may be the one. */
  over<Ports extends object>(ports: Ports): Ports {
    const wrapped = Object.entries(ports).map(([name, port]) =>
      typeof port === 'function'
        ? [name, (...args: unknown[]) => this.call(() => port(...args))]
        : [name, typeof port === 'object' && port !== null ? this.over(port) : port],
    );
    return Object.fromEntries(wrapped) as Ports;
  }

  /** A function alone. */
  around<Args extends unknown[], Result>(
    port: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return (...args) => this.call(() => port(...args));
  }

  private async call<Result>(port: () => Promise<Result>): Promise<Result> {
    const isIt = this.crash !== undefined && ++this.calls === this.crash.at && !this.fired;
    if (isIt) this.fired = true;
    if (isIt && this.crash?.effect === 'before') throw new Crashed('before');
    const result = await port();
    if (isIt) throw new Crashed('after');
    return result;
  }
}
