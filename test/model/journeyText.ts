import { parse, stringify } from 'yaml';
import { formatInstant } from '../../shared/domain/time/Instant.ts';
import { loopCity } from '../support/loopCity.ts';
import type { Message, Run, Step } from './Step.ts';

/** A run as a journey: where the clock stands, who takes part, and what they do, one step a line. */
export const writeJourney = (title: string, { at, steps, ending }: Run): string =>
  stringify(
    {
      title,
      city: loopCity.version,
      at: formatInstant(at),
      people: peopleIn(steps),
      steps: [...steps.map(written), { ending }],
    },
    { lineWidth: 0, flowCollectionPadding: true },
  );

/** The run that a journey tells of. */
export const readJourney = (text: string): Run => {
  const { at, steps }: { at: string; steps: Readonly<Record<string, unknown>>[] } = parse(text);
  const last = steps.at(-1)?.ending === 'silence' ? 'silence' : 'goodWill';
  return { at: Date.parse(at), steps: steps.flatMap(read), ending: last };
};

type Line = Readonly<Record<string, unknown>>;

const written = (step: Step): Line => {
  if ('says' in step) return { ...saying(step.says), ...(step.crash ? { crash: step.crash } : {}) };
  if ('both' in step) return { both: step.both.map(saying), lag: step.lag };
  return 'wait' in step ? { wait: `${step.wait}m` } : { ...step };
};

const saying = ({ who, ...message }: Message): Line => ({ [`${who} says`]: message });

const read = (line: Line): readonly Step[] => {
  if ('ending' in line) return [];
  if (typeof line.wait === 'string') return [{ wait: Number.parseInt(line.wait, 10) }];
  if (Array.isArray(line.both)) return [{ ...line, both: line.both.map(said) } as unknown as Step];
  const { crash, ...rest } = line;
  const isSaid = Object.keys(rest).some((key) => key.endsWith(' says'));
  return [(isSaid ? { says: said(rest), ...(crash ? { crash } : {}) } : line) as unknown as Step];
};

const said = (line: Line): Message => {
  const [key = '', message] = Object.entries(line)[0] ?? [];
  return { ...(message as Message), who: key.slice(0, -' says'.length) };
};

const peopleIn = (steps: readonly Step[]): Line => {
  const messages = steps.flatMap((step) => ('says' in step ? [step.says] : 'both' in step ? step.both : []));
  return Object.fromEntries(messages.map(({ who }) => [who, roleOf(who)]));
};

const roleOf = (who: string): string => {
  const posts = loopCity.ledger.filter(({ person }) => person === who);
  const roles = posts.map(({ role, area, unit }) => `${role} ${unit ?? area}`);
  if (roles.length > 0) return roles.join(', ');
  return who.includes(':') ? 'resident' : 'somebody else';
};
