import { type Case, ENDED } from '../../shared/domain/case/Case.ts';
import type { CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import type { Clock, ClockName } from '../../shared/domain/case/Clock.ts';
import { ShadowClock } from './ShadowClock.ts';
import { must } from './Violation.ts';

/** Keeps the time of one case beside it: all that it is told is what happened, and when. */
export class Timekeeper {
  private readonly shadows = new Map<ClockName, ShadowClock>();
  private halted: { readonly since: number; readonly shadows: Map<ClockName, ShadowClock> } | undefined;
  /** A limit that ran out in this entry, and when it was over. */
  private lapsed: number | undefined;
  private goesOn = false;
  private ended = false;

  /** `before`: the case as it was, event by event. */
  hears(entry: Entry, before: Case | undefined, after: Case): void {
    this.lapsed = undefined;
    this.goesOn = false;
    for (const event of entry.events) this.hear(event, entry.at, before);
    this.compare(after);
  }

  /** Whether everything that could ring has. */
  get isSilent(): boolean {
    return this.ended || [...this.shadows.values()].every((shadow) => shadow.isDone);
  }

  private hear(event: CaseEvent, at: number, before: Case | undefined): void {
    switch (event.type) {
      case 'opened':
        for (const { code, clock } of event.owed ?? []) this.begin(`owed:${code}`, clock);
        return;
      case 'owedAnew':
        this.begin(`owed:${event.material}`, event.clock);
        return;
      case 'supplied':
        this.shadows.delete(`owed:${event.material}`);
        return;
      case 'requested':
        this.shadows.set('request', new ShadowClock(event.request.clock, this.endOf(event.request, before)));
        return;
      case 'extended':
        this.shadows.get(event.name)?.extends(before?.request?.by ?? '');
        return;
      case 'paused':
        this.halt(at);
        return;
      case 'resumed':
        this.resume(event.because === 'lapsed' ? (this.lapsed ?? at) : at);
        return;
      case 'rang':
        this.ring(event, at, before);
        return;
      case 'moved':
        this.move(event.clock);
        return;
      default:
        this.hearTask(event);
    }
  }

  private hearTask(event: CaseEvent): void {
    switch (event.type) {
      case 'dispatched':
        this.beginAnew(event.tasks);
        return;
      case 'signed':
      case 'begun':
        if (event.clock) this.begin(`task:${event.unit}`, event.clock);
        return;
      case 'cohandled':
        if (event.task.clock) this.begin(`task:${event.task.unit}`, event.task.clock);
        return;
      case 'released':
        for (const unit of event.units) this.end(unit);
        return;
      case 'done':
        this.end(event.unit);
        return;
      case 'transferred':
        if ('unit' in event.to) this.rename(`task:${event.unit}`, `task:${event.to.unit}`);
        this.goesOn = 'unit' in event.to;
        return;
      default:
        return;
    }
  }

  private beginAnew(tasks: Case['tasks']): void {
    for (const name of this.shadows.keys()) if (name.startsWith('task:')) this.shadows.delete(name);
    for (const { unit, clock } of tasks) if (clock) this.begin(`task:${unit}`, clock);
    this.shadows.delete('request');
  }

  private halt(at: number): void {
    this.halted = { since: at, shadows: new Map(this.running()) };
    for (const name of this.halted.shadows.keys()) this.shadows.delete(name);
  }

  /** What stands still when a case does. */
  private running(): readonly (readonly [ClockName, ShadowClock])[] {
    return [...this.shadows].filter(([name]) => name === 'stage' || name.startsWith('task:'));
  }

  private resume(until: number): void {
    must(this.halted !== undefined, 'only what stands still goes on', () => ({}));
    this.shadows.delete('stage');
    for (const [name, shadow] of this.halted.shadows) {
      shadow.stands(Math.max(this.halted.since, shadow.since), until);
      this.shadows.set(name, shadow);
    }
    this.halted = undefined;
    this.goesOn = true;
  }

  private ring(
    { name, step }: Extract<CaseEvent, { type: 'rang' }>,
    at: number,
    before: Case | undefined,
  ): void {
    const shadow = this.shadows.get(name);
    must(shadow !== undefined, 'only a clock that runs rings', () => ({ name, step }));
    shadow.rings(step, at);
    if (step === 'lapse') this.lapsed = shadow.due() ?? (name === 'stage' ? before?.clock?.due : undefined);
  }

  private move(clock: Clock | undefined): void {
    const isKept = this.goesOn && this.shadows.has('stage') === (clock !== undefined);
    this.goesOn = false;
    if (isKept) return;
    this.shadows.delete('stage');
    if (clock) this.begin('stage', clock);
  }

  private end(unit: string): void {
    this.shadows.delete(`task:${unit}`);
    this.halted?.shadows.delete(`task:${unit}`);
  }

  /** A unit whose turn comes while the case stands still waits with it. */
  private begin(name: ClockName, clock: Clock): void {
    const isHalted = this.halted !== undefined && name.startsWith('task:');
    (isHalted ? this.halted?.shadows : this.shadows)?.set(name, new ShadowClock(clock));
  }

  /** A decision about more time comes to nothing once the time is over. */
  private endOf(request: NonNullable<Case['request']>, before: Case | undefined): number {
    if (request.kind !== 'extend' || !before) return Number.POSITIVE_INFINITY;
    const task = before.tasks.find(({ unit }) => unit === request.unit);
    return (task?.share === 'lead' ? before.clock?.due : task?.clock?.due) ?? Number.POSITIVE_INFINITY;
  }

  private rename(from: ClockName, to: ClockName): void {
    const shadow = this.shadows.get(from);
    if (!shadow) return;
    this.shadows.delete(from);
    this.shadows.set(to, shadow);
  }

  private compare(after: Case): void {
    this.ended = ENDED.has(after.stage);
    // What is appealed goes on with what it has.
    if (this.ended) this.halted = undefined;
    if (this.ended) return;
    const clocks = clocksIn(after);
    must(clocks.size > 0, 'what is open has a clock', () => after);
    for (const name of this.shadows.keys()) if (!clocks.has(name)) this.shadows.delete(name);
    for (const [name, clock] of clocks) {
      const shadow = this.shadows.get(name);
      must(shadow !== undefined, 'every clock began with something that happened', () => ({ name, clock }));
      shadow.agrees(clock);
    }
  }
}

/** All that runs. */
const clocksIn = ({ clock, tasks, request, owed = [], stage }: Case): ReadonlyMap<ClockName, Clock> =>
  new Map<ClockName, Clock>([
    ...(clock ? ([['stage', clock]] as const) : []),
    ...(stage === 'assigned' || stage === 'handling'
      ? tasks.flatMap(({ unit, clock: own }) => (own ? [[`task:${unit}`, own] as const] : []))
      : []),
    ...(request ? ([['request', request.clock]] as const) : []),
    ...owed.map(({ code, clock: own }) => [`owed:${code}`, own] as const),
  ]);
