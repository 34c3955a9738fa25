import { randomUUID } from 'node:crypto';
import { renderPlain } from '../../../bots/engine/renderPlain.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { caseFields } from './caseFields.ts';
import type { Journey, Step } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import { Listener } from './Listener.ts';
import { openPeople } from './people.ts';
import { playStep, type Scene } from './playStep.ts';
import { Variables } from './Variables.ts';

export interface PlayOptions {
  readonly tell: (line: string) => void;
  /** How long, in real time, something expected is waited for. */
  readonly patience?: number;
}

export interface Played {
  readonly title: string;
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  /** Every case there is at the end, in the words of `expect`. */
  readonly cases: readonly Readonly<Record<string, string>>[];
}

const PATIENCE = 5_000;

/**
 * Plays a journey at the real doors of a cloud whose clock stands at its beginning, and tells the transcript line by line.
 * A step that cannot be carried out counts as failed, like an expectation that does not hold; the rest is played all the same.
 */
export const playJourney = async (
  cloud: JourneyCloud,
  journey: Journey,
  options: PlayOptions,
): Promise<Played> => {
  const { tell, patience = PATIENCE } = options;
  tell(`${journey.title} (${journey.file})`);
  tell(`    ${formatInstant(cloud.now())}`);
  const people = openPeople(cloud);
  const listeners = new Map<string, Listener>();
  const scene = sceneOf(cloud, listeners, tell, patience);
  let passed = 0;
  let failed = 0;
  try {
    for (const cast of journey.people) {
      const person = await people.meet(cast);
      listeners.set(
        cast.name,
        new Listener(cast.name, person, (reply) => tell(heardLine(cast.name, renderPlain(reply)))),
      );
    }
    for (const [at, step] of journey.steps.entries()) {
      await markBeforeSilence(journey, at, scene);
      const outcome = await playStep(scene, step);
      if (outcome === 'done') continue;
      if (outcome === 'held') passed += 1;
      else failed += 1;
      tell(
        outcome === 'held'
          ? `  ✓ ${step.written}`
          : `  ✗ line ${step.line}: ${step.written}\n      ${outcome.failed}`,
      );
    }
    await cloud.idle();
  } finally {
    await people.leave();
  }
  return { title: journey.title, file: journey.file, passed, failed, cases: await finalCases(cloud) };
};

const sceneOf = (
  cloud: JourneyCloud,
  listeners: ReadonlyMap<string, Listener>,
  tell: (line: string) => void,
  patience: number,
): Scene => {
  // Staff keep their conversations from journey to journey: ids must differ, or the queue takes them for repetitions.
  const play = randomUUID().slice(0, 8);
  let sent = 0;
  let speaker: string | undefined;
  return {
    cloud,
    variables: new Variables(),
    patience,
    tell,
    newId: () => {
      sent += 1;
      return `${play}-${sent}`;
    },
    listener: (name) => {
      const found = listeners.get(name);
      if (!found) throw new Error(`${name} is not there`);
      return found;
    },
    floor: async (name) => {
      if (speaker !== undefined && speaker !== name) await cloud.idle();
      speaker = name;
    },
  };
};

const heardLine = (name: string, text: string): string =>
  `    ${name} ← ${text.replaceAll('\n', '\n        ')}`;

const ACTS: ReadonlySet<Step['kind']> = new Set([
  'sends',
  'presses',
  'publishes',
  'changes',
  'handsOver',
  'wait',
  'at',
]);

/** `hears nothing` is about what came since the last thing done: before that, everything has to have come. */
const markBeforeSilence = async (journey: Journey, at: number, scene: Scene): Promise<void> => {
  const acts = (kind: Step['kind'] | undefined): boolean => kind !== undefined && ACTS.has(kind);
  if (!acts(journey.steps[at]?.kind)) return;
  const until = journey.steps.findIndex((step, index) => index > at && acts(step.kind));
  const following = journey.steps.slice(at + 1, until < 0 ? undefined : until);
  for (const step of following) {
    if (step.kind !== 'hearsNothing') continue;
    await scene.cloud.idle();
    await scene.listener(step.person).mark();
  }
};

const finalCases = async (cloud: JourneyCloud): Promise<Played['cases']> => {
  const cases = await Promise.all((await cloud.caseNumbers()).map((number) => cloud.loadCase(number)));
  return cases.flatMap((each) => (each ? [{ case: each.number, ...caseFields(each) }] : []));
};
