import type { CaseEvent } from '../CaseEvent.ts';
import type { ClockName, ClockStep } from '../Clock.ts';
import { clocksOf, type NamedClock } from '../clocks/clocksOf.ts';
import { ratersOf } from '../isReporter.ts';
import type { Audience, Situation, Telling } from './Telling.ts';

type Rang = Extract<CaseEvent, { type: 'rang' }>;

/**
 * What the clocks say. Steps of one clock that come together, after an outage, are one message to each: the last one, which names them
 * all. Of a clock that ran out by itself what follows from it is told instead.
 */
export const tellLadder = (situation: Situation): readonly Telling[] => {
  const { entry, before } = situation;
  if (!before) return [];
  const rung = entry.events.filter((event): event is Rang => event.type === 'rang');
  const names = [...new Set(rung.map(({ name }) => name))];
  return names.flatMap((name) =>
    tellClock(
      name,
      rung.filter((event) => event.name === name),
      situation,
    ),
  );
};

const tellClock = (name: ClockName, rung: readonly Rang[], situation: Situation): readonly Telling[] => {
  const named = clockNamed(name, situation);
  // What rang after that is of the clock that goes on then.
  const steps = rung.slice(rung.findLastIndex(({ step }) => step === 'lapse') + 1).map(({ step }) => step);
  if (!named || steps.length === 0) return [];
  const audiences = new Map<string, Telling>();
  for (const step of steps)
    for (const telling of tellStep(step, named, situation))
      audiences.set(JSON.stringify(telling.to), telling);
  return [...audiences.values()].map((telling) => ({
    ...telling,
    due: named.clock.due,
    ...(steps.length > 1 ? { steps } : {}),
  }));
};

/** The clock as it was when it rang: it may be gone since. */
const clockNamed = (name: ClockName, { before, after }: Situation): NamedClock | undefined => {
  const find = (state: Situation['after'] | undefined) =>
    state && clocksOf(state).find((one) => one.name === name);
  return find(after) ?? find(before);
};

const tellStep = (
  step: ClockStep,
  { clock, owner }: NamedClock,
  situation: Situation,
): readonly Telling[] => {
  const to = (...who: readonly ('post' | 'deputies' | 'leader' | 'superior')[]): readonly Audience[] =>
    who.map((one) => ({ who: one, owner }));
  const each = (kind: Telling['kind'], audiences: readonly Audience[]): readonly Telling[] =>
    audiences.map((audience) => ({ to: audience, kind }));
  switch (step) {
    case 'remind':
      return remind(clock.limit, { owner, situation });
    case 'urge':
      return each('urge', to('post', 'deputies'));
    case 'yellow':
      return each('yellow', to('post', 'leader'));
    case 'red':
    case 'list':
      return each(step, to('post', 'leader', 'superior'));
    case 'lapse':
      return [];
  }
};

const remind = (
  limit: NamedClock['clock']['limit'],
  { owner, situation }: { readonly owner: NamedClock['owner']; readonly situation: Situation },
): readonly Telling[] => {
  const { after } = situation;
  switch (limit) {
    case 'rate': {
      const spoken = new Set((after.voices ?? []).map(({ reporter }) => reporter));
      const conversations = ratersOf(after).filter((reporter) => !spoken.has(reporter));
      return [{ to: { who: 'residents', conversations }, kind: 'rateReminder' }];
    }
    case 'material':
      return [{ to: { who: 'reporters' }, kind: 'materialReminder', words: after.pause?.words ?? '' }];
    case 'owe':
      return [{ to: { who: 'reporters' }, kind: 'supplyReminder' }];
    default:
      return [{ to: { who: 'post', owner }, kind: 'reminder' }];
  }
};
