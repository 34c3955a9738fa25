import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatInstant, type Instant } from '../../../shared/domain/time/Instant.ts';
import { runCity } from '../../commands/city.ts';
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
  /** Whoever speaks after somebody else speaks when what that led to has happened. */
  readonly floor: (name: string) => Promise<void>;
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
    case 'code':
      return giveCode(scene, step);
    case 'publishes':
      return publishes(scene, () => scene.cloud.publish(step.folder));
    case 'changes':
      return publishes(scene, () => scene.cloud.change((dir) => replaceIn(join(dir, step.file), step)));
    case 'handsOver':
      return publishes(scene, () => scene.cloud.change((dir) => handOverIn(dir, step.words, scene)));
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
    case 'hello':
      return `[code of ${sent.cell}]`;
  }
};

const sends = async (scene: Scene, step: Of<'sends'>): Promise<StepOutcome> => {
  const sent = filled(step.sent, scene.variables);
  await scene.floor(step.person);
  scene.tell(`    ${step.person} → ${shown(sent)}`);
  await scene.listener(step.person).person.send(sent, step.id ?? scene.newId());
  return 'done';
};

const presses = async (scene: Scene, step: Of<'presses'>): Promise<StepOutcome> => {
  const choice = scene.variables.fill(step.choice);
  await scene.floor(step.person);
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

const giveCode = async (scene: Scene, step: Of<'code'>): Promise<StepOutcome> => {
  const code = await scene.cloud.giveCode(step.person);
  if (code === undefined) return { failed: `the ledger does not know ${step.person}` };
  scene.variables.set(step.variable, code);
  return 'done';
};

/** Seen by the watch of one minute, sent by that of the next, when every function knows of it. */
const UNTIL_TOLD = 2;
const MINUTE = 60_000;

const publishes = async (scene: Scene, publish: () => Promise<void>): Promise<StepOutcome> => {
  const { cloud, tell } = scene;
  await cloud.idle();
  await publish();
  for (let minute = 0; minute < UNTIL_TOLD; minute++) await cloud.advanceTo(cloud.now() + MINUTE);
  tell(`    ${formatInstant(cloud.now())} version ${cloud.know.city.version} is in force`);
  return 'done';
};

const replaceIn = async (file: string, { from, to }: Of<'changes'>): Promise<void> => {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${basename(file)} does not say "${from}"`);
  await writeFile(file, text.replace(from, to));
};

/** As the command does it, but for publishing, which is the journey's own. */
const handOverIn = async (dir: string, words: readonly string[], { cloud, tell }: Scene): Promise<void> => {
  const said: string[] = [];
  const around = {
    out: (line: string) => tell(`    ${line.trim()}`),
    err: (line: string) => said.push(line),
    open: () => Promise.reject(new Error('nothing is published here')),
    now: cloud.now,
  };
  const on = words.includes('--on') ? [] : ['--on', formatInstant(cloud.now()).slice(0, 10)];
  const code = await runCity(['handover', dir, ...words, ...on], around);
  if (code !== 0) throw new Error(said.join(' ') || 'the hand-over was refused');
};

const pass = async (scene: Scene, at: Instant): Promise<StepOutcome> => {
  if (at < scene.cloud.now())
    return { failed: `time does not go back: it is ${formatInstant(scene.cloud.now())} already` };
  await scene.cloud.advanceTo(at);
  scene.tell(`    ${formatInstant(at)}`);
  return 'done';
};
