import type { Outcome } from '../../shared/application/commandCase.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import { nextDue } from '../../shared/domain/case/nextDue.ts';
import { CaseWatch } from './CaseWatch.ts';
import { NoticeWatch } from './NoticeWatch.ts';
import type { Crash, Message, Step } from './Step.ts';
import { must, Violation } from './Violation.ts';
import { type Place, World } from './World.ts';

interface Said {
  readonly message: Message;
  readonly saidAt: number;
  outcome?: Outcome;
}

/** Plays steps in a world, and looks at it from all sides while it does. */
export class Play {
  readonly world: World;
  readonly watches = new Map<string, CaseWatch>();
  readonly notices = new NoticeWatch();
  /** Everything that was said and acknowledged, by its id. */
  readonly said = new Map<string, Said>();
  private readonly numbers = new Map<string, string>();

  constructor(at: number) {
    this.world = new World(at, {
      committed: (next, entry) => {
        const watch = this.watches.get(entry.number) ?? new CaseWatch();
        this.watches.set(entry.number, watch);
        if (entry.seq === 1) this.numbers.set(entry.command, entry.number);
        watch.committed(next, entry, this.world.ledger);
      },
      pushed: (pushes, { number }) => {
        const state = this.watches.get(number)?.state;
        if (state) this.notices.pushed(pushes, state, this.world);
      },
      heard: (turn) => this.notices.hears(turn),
    });
  }

  /** By the message that opened them, in that order. */
  get cases(): readonly { readonly name: string; readonly state: Case }[] {
    return [...this.numbers].flatMap(([name, number]) => {
      const state = this.watches.get(number)?.state;
      return state ? [{ name, state }] : [];
    });
  }

  numberOf(name: string): string | undefined {
    return this.numbers.get(name);
  }

  nameOf(number: string): string {
    return [...this.numbers].find(([, one]) => one === number)?.[0] ?? number;
  }

  async step(step: Step): Promise<void> {
    const { world } = this;
    if ('wait' in step) world.now += step.wait * 60_000;
    else if ('city' in step) world.version = step.city;
    else if ('says' in step) {
      this.accept(step.says);
      await this.guarded(step.crash, () => this.work(step.says.id));
    } else if ('both' in step) await this.both(step.both, step.lag);
    else if ('again' in step) await this.guarded(step.crash, () => this.work(step.again));
    else if ('notify' in step) await this.tell(step);
    else if ('project' in step) await this.list(step);
    else if ('sweep' in step) await this.guarded(step.crash, () => world.sweep());
    else if ('release' in step) await this.guarded(step.crash, () => world.release());
    else if ('tick' in step) await this.tick(step);
    else this.takeTick(step.lose);
  }

  /** Whether one of several who reported it took it back. */
  hasLeft(number: string, reporter: string): boolean {
    const entries = this.watches.get(number)?.entries ?? [];
    return entries.some(({ events }) =>
      events.some((event) => event.type === 'left' && event.reporter === reporter),
    );
  }

  /** Acknowledged, and not worked to its end. */
  get unanswered(): readonly string[] {
    return [...this.said.values()].filter(({ outcome }) => !outcome).map(({ message }) => message.id);
  }

  private accept(message: Message): void {
    if (!this.said.has(message.id)) this.said.set(message.id, { message, saidAt: this.world.now });
  }

  private async work(id: string): Promise<void> {
    const said = this.said.get(id);
    if (!said) return;
    const { message, saidAt, outcome: before } = said;
    const number = message.on === undefined ? undefined : this.numbers.get(message.on);
    const outcome = await this.world.work(this.named(message), { number, saidAt });
    said.outcome = outcome;
    if (before?.kind !== 'done') return;
    // The other case is looked at first, and somebody whose post has ended meanwhile may not see it any more.
    if (message.command.type === 'merge' && outcome.kind === 'refused') return;
    // What the system says again may also find nothing to do.
    const isSame =
      outcome.kind !== 'refused' &&
      outcome.case.number === before.case.number &&
      !('entry' in outcome && outcome.entry);
    must(isSame, 'a message that comes again finds what it did', () => ({ message, before, outcome }));
  }

  /** With the number of the case it is merged into. */
  private named(message: Message): Message {
    const { command } = message;
    if (command.type !== 'merge') return message;
    return { ...message, command: { type: 'merge', into: this.numbers.get(command.into) ?? command.into } };
  }

  private async both([first, second]: readonly [Message, Message], lag: number): Promise<void> {
    this.accept(first);
    this.accept(second);
    const later = async (): Promise<void> => {
      for (let i = 0; i < lag; i++) await undefined;
      await this.work(second.id);
    };
    await this.guarded(undefined, async () => {
      const done = await Promise.allSettled([this.work(first.id), later()]);
      const fault = done.find((one) => one.status === 'rejected');
      if (fault) throw fault.reason;
    });
  }

  private async tell(step: Extract<Step, { notify: string }>): Promise<void> {
    const place = this.placeOf(step.notify, step.seq);
    const isDone = await this.guarded(step.crash, () => this.world.tell(place));
    if (isDone && !step.anew) take(this.world.toTell, place);
  }

  private async list(step: Extract<Step, { project: string }>): Promise<void> {
    const place = this.placeOf(step.project, step.seq);
    if (await this.guarded(step.crash, () => this.world.list(place))) take(this.world.toList, place);
  }

  private async tick(step: Extract<Step, { tick: string }>): Promise<void> {
    const number = this.numbers.get(step.tick);
    if (number === undefined) return;
    const sent = this.world.ticks.find((one) => one.number === number) ?? { number, due: this.world.now };
    const isDone = await this.guarded(step.crash, () => this.world.tick(sent));
    if (!isDone) return;
    if (!step.keep) this.takeTick(step.tick);
    const state = this.watches.get(number)?.state;
    const due = state && nextDue(state);
    must(due === undefined || due > this.world.now, 'after a tick nothing that was due is left', () => ({
      due,
      state,
    }));
  }

  private takeTick(name: string): void {
    const number = this.numbers.get(name);
    const i = this.world.ticks.findIndex((one) => one.number === number);
    if (i >= 0) this.world.ticks.splice(i, 1);
  }

  private placeOf(name: string, seq: number): Place {
    const number = this.numbers.get(name) ?? name;
    if (!this.watches.get(number)?.entries[seq - 1]) throw new NotThere(`${name}#${seq}`);
    return { number, seq };
  }

  /** Whether it came to its end. What failed because it was made to may be done again; any other fault is one. */
  private async guarded(crash: Crash | undefined, work: () => Promise<void>): Promise<boolean> {
    const { faults } = this.world;
    faults.arm(crash);
    try {
      await work();
      return !faults.fired;
    } catch (fault) {
      if (fault instanceof Violation) throw fault;
      if (!faults.fired)
        throw new Violation(
          'nothing fails by itself',
          String(fault instanceof Error ? fault.stack : fault),
          fault,
        );
      this.world.restart();
      return false;
    } finally {
      faults.arm(undefined);
    }
  }
}

/** A step of a shortened run that has nothing to be about any more. */
export class NotThere extends Error {}

const take = (places: Place[], { number, seq }: Place): void => {
  const i = places.findIndex((one) => one.number === number && one.seq === seq);
  if (i >= 0) places.splice(i, 1);
};
