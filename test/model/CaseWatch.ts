import { postHolders } from '../../shared/domain/case/answersFor.ts';
import { type Case, ENDED, type Stage } from '../../shared/domain/case/Case.ts';
import type { CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { evolve } from '../../shared/domain/case/evolve.ts';
import { isReporter } from '../../shared/domain/case/isReporter.ts';
import { turnsOf } from '../../shared/domain/case/turnsOf.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { hashOf } from './hashOf.ts';
import { isSameContent } from './isSameContent.ts';
import { Timekeeper } from './Timekeeper.ts';
import { must } from './Violation.ts';

/** Where a case may go from a stage; what is not here does not happen. */
const WAYS: { readonly [S in Stage]: readonly Stage[] } = {
  verifying: [
    'verifying',
    'dispatching',
    'assigned',
    'rating',
    'closed',
    'waiting',
    'consulting',
    'declined',
    'withdrawn',
    'merged',
  ],
  screening: ['dispatching', 'assigned', 'consulting', 'declined', 'withdrawn'],
  dispatching: ['assigned', 'closed', 'waiting', 'consulting', 'declined', 'withdrawn', 'merged'],
  assigned: ['assigned', 'handling', 'dispatching', 'waiting', 'declined', 'withdrawn'],
  handling: [
    'assigned',
    'handling',
    'dispatching',
    'checking',
    'rating',
    'closed',
    'waiting',
    'consulting',
    'suspended',
    'declined',
    'withdrawn',
  ],
  checking: ['handling', 'dispatching', 'rating', 'closed'],
  rating: ['rating', 'handling', 'dispatching', 'closed'],
  waiting: ['verifying', 'dispatching', 'assigned', 'handling', 'declined', 'withdrawn', 'waiting'],
  consulting: ['verifying', 'screening', 'dispatching', 'handling', 'declined', 'withdrawn'],
  suspended: ['suspended', 'handling', 'declined', 'withdrawn'],
  closed: [],
  declined: ['screening'],
  withdrawn: [],
  merged: ['verifying'],
};

/** Looks on while one case happens, and holds it to what was promised. */
export class CaseWatch {
  readonly time = new Timekeeper();
  /** After so many entries. */
  readonly states: (Case | undefined)[] = [undefined];
  readonly entries: Entry[] = [];
  private readonly handlers = new Set<string>();
  private readonly commands = new Set<string>();
  private filed: boolean | undefined;

  get state(): Case | undefined {
    return this.states.at(-1);
  }

  committed(stored: Case, entry: Entry, ledger: Knowledge): void {
    const before = this.state;
    must(
      entry.seq === this.entries.length + 1,
      'the history has no gaps and is only added to',
      () => entry.seq,
    );
    must(stored.version === entry.seq, 'one command, one version', () => stored.version);
    must(
      entry.hash === hashOf(entry, before?.hash ?? ''),
      'each entry carries the hash of the one before',
      () => entry.seq,
    );
    const isNew = entry.command.startsWith('tick:') || !this.commands.has(entry.command);
    must(isNew, 'a command has its effect once', () => entry.command);
    this.commands.add(entry.command);
    const after = evolve(before, entry);
    must(isSameContent(after, stored), 'the fold of the history is the snapshot', () => ({
      folded: after,
      stored,
    }));
    for (const event of entry.events) this.hear(event, entry, before);
    this.time.hears(entry, before, after);
    this.states.push(after);
    this.entries.push(entry);
    this.standing(after, entry, ledger);
  }

  private hear(event: CaseEvent, entry: Entry, before: Case | undefined): void {
    if (event.type === 'done' || event.type === 'solved' || event.type === 'contained')
      this.handlers.add(event.person);
    const isCheck = event.type === 'passed' || (event.type === 'failed' && before?.stage === 'checking');
    must(!isCheck || !this.handlers.has(entry.by.person), 'who handled it never checks it', () => entry.by);
    if (event.type === 'filed') this.filed = event.rated;
    if (event.type === 'failed') this.filed = undefined;
  }

  private standing(after: Case, entry: Entry, ledger: Knowledge): void {
    this.walked(entry);
    const { stage, owner, into, joined = [] } = after;
    must(
      /^(supervisor|dispatcher|leader|expert|unit|resident)@.+/u.test(owner),
      'a case has one owner',
      () => owner,
    );
    for (const turn of turnsOf(after))
      must(isAnswered(turn, after, entry.at, ledger), 'somebody answers for every turn', () => turn);
    if (stage === 'closed') {
      must(this.filed !== undefined, 'a closed case was filed as rated or unrated', () => stage);
      must(
        this.filed === (after.rating !== undefined),
        'it is filed as rated when somebody rated it',
        () => after.rating ?? 'none',
      );
    }
    if (stage === 'declined') must(after.reason !== undefined, 'what is declined has a reason', () => stage);
    must((stage === 'merged') === (into !== undefined), 'what is merged is in another case', () => ({
      stage,
      into,
    }));
    must((after.pause !== undefined) === isStill(stage), 'what stands still knows where it goes on', () => ({
      stage,
      pause: after.pause,
    }));
    must(!ENDED.has(stage) || after.clock === undefined, 'nothing runs in what has ended', () => after.clock);
    const numbers = joined.map(({ number }) => number);
    must(
      new Set([after.number, ...numbers]).size === numbers.length + 1,
      'who joined is there once',
      () => numbers,
    );
    this.worked(after);
    must(JSON.stringify(after).length < 40_000, 'a snapshot stays small', () => JSON.stringify(after).length);
  }

  /** While a unit owns it, it has the lead, and a task that is open or done. */
  private worked({ stage, owner, tasks, about }: Case): void {
    const units = tasks.map(({ unit }) => unit);
    must(new Set(units).size === units.length, 'a unit has one task', () => tasks);
    must(
      about === undefined || !units.includes(about),
      'the unit complained about has no part in it',
      () => tasks,
    );
    if (stage !== 'assigned' && stage !== 'handling') return;
    const leads = tasks.filter(({ share }) => share === 'lead');
    const [lead] = leads;
    must(leads.length === 1 && owner === `unit@${lead?.unit}`, 'one unit leads and owns the case', () => ({
      owner,
      tasks,
    }));
    const isOpen = lead?.status === (stage === 'assigned' ? 'assigned' : 'handling');
    const others = tasks.some(
      ({ share, status }) => share === 'assist' && (status === 'assigned' || status === 'handling'),
    );
    must(isOpen || (lead?.status === 'done' && others), 'somebody is at it', () => ({ stage, tasks }));
    const waiting = tasks.filter(({ status }) => status === 'waiting');
    for (const { after } of waiting) {
      const first = tasks.find(({ unit }) => unit === after);
      const comes =
        first?.status === 'assigned' || first?.status === 'handling' || first?.status === 'waiting';
      must(comes, 'who waits for a unit waits for one that is at it', () => tasks);
    }
  }

  private walked({ events }: Entry): void {
    const from = this.entries.length > 1 ? this.stageBefore : undefined;
    let at = from;
    for (const event of events)
      if (event.type === 'moved') {
        const { to } = event;
        must(at === undefined || WAYS[at].includes(to), 'a case only goes where the lifecycle goes', () => ({
          at,
          to,
        }));
        at = to;
      }
    this.stageBefore = at;
  }

  private stageBefore: Stage | undefined;
}

const isStill = (stage: Stage): boolean =>
  stage === 'waiting' || stage === 'consulting' || stage === 'suspended';

const isAnswered = (turn: Case['owner'], state: Case, now: number, ledger: Knowledge): boolean => {
  if (!turn.startsWith('resident@')) return postHolders(turn, state.leaf, now, ledger).length > 0;
  return ENDED.has(state.stage) || isReporter(turn.slice('resident@'.length), state);
};
