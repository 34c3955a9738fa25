import { actorOf, openerOf, type Speaker } from '../../shared/application/actorOf.ts';
import type { Cities } from '../../shared/application/cityPorts.ts';
import { commandCase, type Outcome, openCase } from '../../shared/application/commandCase.ts';
import { followUp } from '../../shared/application/followUp.ts';
import { mergeCase } from '../../shared/application/mergeCase.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import type { CaseStore, Push } from '../../shared/application/ports.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import { releaseHeld } from '../../shared/application/releaseHeld.ts';
import { sweepDue } from '../../shared/application/sweepDue.ts';
import { tellPeople } from '../../shared/application/tellPeople.ts';
import { turnOf } from '../../shared/application/turnOf.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { By, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { memoryHeldNotices } from '../../shared/store/memory/memoryHeldNotices.ts';
import { memoryListings } from '../../shared/store/memory/memoryListings.ts';
import { memorySolved } from '../../shared/store/memory/memorySolved.ts';
import { memoryCases, memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { knowLoop } from '../support/loopCity.ts';
import { Faults } from './Faults.ts';
import type { Message } from './Step.ts';

/** A tick on its way: may be worked from `at` on. */
interface SentTick {
  readonly number: string;
  readonly due: number;
  readonly at: number;
}

export interface Place {
  readonly number: string;
  readonly seq: number;
}

/** Who looks on: is told of everything that happens, in its order. */
export interface Watcher {
  readonly committed: (next: Case, entry: Entry) => void;
  readonly pushed: (pushes: readonly Push[], place: Place) => void;
  readonly heard: (turn: Turn) => void;
}

const CLOCK: By = { person: 'clock', role: 'system' };
const PLENTY = (): number => 60_000;

/** The whole system in memory with its queues in the open: nothing moves unless it is told to, and anything may fail. */
export class World {
  now: number;
  version = 'loop-1';
  readonly faults = new Faults();
  /** What waits to be told, and to be listed, in the order it happened. */
  readonly toTell: Place[] = [];
  readonly toList: Place[] = [];
  readonly ticks: SentTick[] = [];
  /** What was committed, whoever waits for it or not. */
  readonly stored = memoryCases();
  readonly rows = memoryRows();
  readonly listings = memoryListings();
  private readonly held = memoryHeldNotices();
  private readonly watcher: Watcher;
  private readonly ports: ReturnType<World['portsOf']>;
  private sweeping: ReturnType<typeof sweepDue>;

  constructor(at: number, watcher: Watcher) {
    this.now = at;
    this.watcher = watcher;
    this.ports = this.portsOf();
    this.sweeping = this.newSweep();
  }

  get ledger() {
    return knowLoop(this.version);
  }

  /** One message, worked as a door would. */
  async work(
    message: Message,
    { number, saidAt }: { number: string | undefined; saidAt: number },
  ): Promise<Outcome> {
    const { command, id, who } = message;
    if (command.type === 'open') {
      const by = openerOf(this.speaker(who), command);
      return openCase(this.ports)(command, { id, by, saidAt });
    }
    if (number === undefined) return { kind: 'refused', refusal: { code: 'noSuchCase' } };
    if (command.type === 'merge') {
      const by = actorOf(this.speaker(who), command, { now: this.now, ledger: this.ledger });
      return mergeCase(this.ports)(number, command.into, {
        request: { id, by },
        looker: this.speaker(who).conversation,
      });
    }
    const by =
      who === 'clock' ? CLOCK : actorOf(this.speaker(who), command, { now: this.now, ledger: this.ledger });
    return commandCase(this.ports)(number, command, { id, by });
  }

  async tick({ number, due }: { readonly number: string; readonly due: number }): Promise<void> {
    await commandCase(this.ports)(number, { type: 'tick' }, { id: `tick:${due}`, by: CLOCK });
  }

  async tell(place: Place): Promise<void> {
    const { ports } = this;
    const pushes = await notifyPeople({ ...ports, history: ports.cases.history, follow: followUp(ports) })(
      place.number,
      place.seq,
    );
    this.watcher.pushed(pushes, place);
    const awake = new Set(pushes.flatMap(({ answers, conversation }) => (answers ? [conversation] : [])));
    await tellPeople(ports)(pushes.map(turnOf), awake);
  }

  list(place: Place): Promise<void> {
    return projectCase(this.ports)(place.number);
  }

  async sweep(): Promise<void> {
    await this.sweeping(PLENTY);
  }

  /** A function that was ended begins anew, and remembers nothing. */
  restart(): void {
    this.sweeping = this.newSweep();
  }

  async release(): Promise<void> {
    await releaseHeld(this.ports)(PLENTY);
  }

  speaker(who: string): Speaker {
    return who.includes(':') ? { conversation: who } : { conversation: `web:${who}`, person: who };
  }

  private newSweep(): ReturnType<typeof sweepDue> {
    return sweepDue({
      listDue: this.ports.cases.listDue,
      sendTicks: this.ports.sendTicks,
      now: this.ports.now,
    });
  }

  private portsOf() {
    const { faults } = this;
    const cities: Cities = {
      current: async () => this.ledger,
      at: async (version) => knowLoop(version),
    };
    const cases: CaseStore = {
      ...this.stored,
      commit: async (next, entry) => {
        const done = await this.stored.commit(next, entry);
        if (done === 'committed') this.stream(next, entry);
        return done;
      },
    };
    return {
      cases: faults.over(cases),
      cities: faults.over(cities),
      rows: faults.over(this.rows),
      solved: faults.over(memorySolved()),
      listings: faults.over(this.listings),
      held: faults.over(this.held),
      send: faults.around(async (turns: readonly Turn[]) => {
        for (const turn of turns) this.watcher.heard(turn);
      }),
      sendTicks: faults.around(
        async (ticks: readonly { number: string; due: number; delaySeconds: number }[]) => {
          for (const { number, due, delaySeconds } of ticks)
            this.ticks.push({ number, due, at: this.now + delaySeconds * 1_000 });
        },
      ),
      now: () => this.now,
      pause: async () => undefined,
    };
  }

  private stream(next: Case, entry: Entry): void {
    const place = { number: entry.number, seq: entry.seq };
    this.toTell.push(place);
    this.toList.push(place);
    this.watcher.committed(structuredClone(next), structuredClone(entry));
  }
}
