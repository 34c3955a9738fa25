import { formatInstant, type Instant } from '../../../shared/domain/time/Instant.ts';
import { differences } from './caseFields.ts';
import type { Action, Expected, Sent, Step, Wanted } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import type { Listener } from './Listener.ts';
import type { Variables } from './Variables.ts';

/** What a step is played in. */
export interface Scene {
  readonly cloud: JourneyCloud;
  readonly variables: Variables;
  readonly patience: number;
  readonly tell: (line: string) => void;
  readonly newId: () => string;
  readonly listener: (name: string) => Listener;
}

/** `done`: something was done; `held`: an expectation held; else why not. */
export type StepOutcome = 'done' | 'held' | { readonly failed: string };

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Never throws: what goes wrong is the outcome. */
export const playStep = async (scene: Scene, step: Step): Promise<StepOutcome> => {
  try {
    return await play(scene, step);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
};

const play = (scene: Scene, step: Step): Promise<StepOutcome> => {
  switch (step.kind) {
    case 'sends':
      return sends(scene, step);
    case 'presses':
      return presses(scene, step);
    case 'hears':
      return hears(scene, step);
    case 'hearsNothing':
      return hearsNothing(scene, step);
    case 'expect':
      return expectCase(scene, step.expected);
    case 'wait':
      return pass(scene, scene.cloud.know.calendar.deadline(scene.cloud.now(), step.duration).at);
    case 'at':
      return pass(scene, step.at);
  }
};

const filled = (sent: Sent, variables: Variables): Sent =>
  sent.kind === 'text' ? { ...sent, text: variables.fill(sent.text) } : sent;

const shown = (sent: Sent): string => {
  switch (sent.kind) {
    case 'text':
      return sent.text.length > 200
        ? `${sent.text.slice(0, 200)}… (${sent.text.length} characters)`
        : sent.text;
    case 'place':
      return `[location ${sent.lng}, ${sent.lat}${sent.name ? ` ${sent.name}` : ''}]`;
    case 'photo':
      return `[photo ${sent.file}]`;
    case 'unknown':
      return `[${sent.what}]`;
  }
};

const sends = async (scene: Scene, step: Of<'sends'>): Promise<StepOutcome> => {
  const sent = filled(step.sent, scene.variables);
  scene.tell(`    ${step.person} → ${shown(sent)}`);
  await scene.listener(step.person).person.send(sent, step.id ?? scene.newId());
  return 'done';
};

const presses = async (scene: Scene, step: Of<'presses'>): Promise<StepOutcome> => {
  const choice = scene.variables.fill(step.choice);
  scene.tell(`    ${step.person} → (${choice})`);
  await scene.listener(step.person).person.press(choice, scene.newId());
  return 'done';
};

const patternOf = (wanted: Wanted, variables: Variables): RegExp =>
  wanted.kind === 'part'
    ? new RegExp(variables.fill(wanted.text).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u')
    : new RegExp(variables.fillExpression(wanted.source), wanted.flags.replaceAll(/[gy]/g, ''));

const hears = async (scene: Scene, step: Of<'hears'>): Promise<StepOutcome> => {
  const pattern = patternOf(step.wanted, scene.variables);
  const heard = await scene.listener(step.person).hear(pattern, scene.patience);
  if ('instead' in heard) return { failed: `${step.person} ${instead(heard.instead)}` };
  for (const [name, value] of Object.entries(heard.groups ?? {}))
    if (value !== undefined) scene.variables.set(name, value);
  return 'held';
};

const instead = (texts: readonly string[]): string =>
  texts.length === 0
    ? 'heard nothing new'
    : `heard instead: ${texts.map((text) => `「${text.replaceAll('\n', ' / ')}」`).join(' ')}`;

const hearsNothing = async (scene: Scene, step: Of<'hearsNothing'>): Promise<StepOutcome> => {
  await scene.cloud.idle();
  const news = await scene.listener(step.person).news();
  return news.length === 0 ? 'held' : { failed: `${step.person} ${instead(news)}` };
};

const expectCase = async (scene: Scene, expected: Expected): Promise<StepOutcome> => {
  await scene.cloud.idle();
  const filledIn = Object.fromEntries(
    Object.entries(expected).map(([name, text]) => [name, scene.variables.fill(text)]),
  ) as Expected;
  const found = await scene.cloud.loadCase(filledIn.case);
  if (!found) return { failed: `there is no case ${filledIn.case}` };
  const wrong = differences(found, filledIn, scene.cloud.know);
  return wrong.length === 0 ? 'held' : { failed: wrong.join('; ') };
};

const pass = async (scene: Scene, at: Instant): Promise<StepOutcome> => {
  if (at < scene.cloud.now())
    return { failed: `time does not go back: it is ${formatInstant(scene.cloud.now())} already` };
  await scene.cloud.advanceTo(at);
  scene.tell(`    ${formatInstant(at)}`);
  return 'done';
};
