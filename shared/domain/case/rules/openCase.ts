import type { Service } from '../../city/City.ts';
import { holdsPost } from '../answersFor.ts';
import type { Owed } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock, startOwedClock } from '../clocks/startClock.ts';
import { supervisorOf } from '../deskOf.ts';
import { MOST_PHOTOS } from '../MOST_PHOTOS.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, type Decision, events, type Facts, refuse } from '../Rule.ts';
import { acceptAndDispatch } from './acceptAndDispatch.ts';
import { fileUnrated } from './ending.ts';

type Open = CommandOf<'open'>;

/**
 * 上报: a report becomes a case. It starts with its supervisor, or at once with acceptance where the service needs no verifying, or the
 * supervisor of the place found it on patrol.
 */
export const openCase = (command: Open, facts: Facts): Decision => {
  const service = facts.rules.service(command.service);
  if (!service) return refuse({ code: 'unknownService', service: command.service });
  const { condition: wanted } = command;
  const condition =
    wanted === undefined ? service.conditions[0] : service.conditions.find(({ code }) => code === wanted);
  if (!condition) return refuse({ code: 'unknownCondition', condition: wanted ?? '' });
  const leaf = facts.ledger.locate(command.place);
  if (!leaf) return refuse({ code: 'outsideCity' });
  const refusal = refusalOf(command, service, facts);
  if (refusal) return refuse(refusal);

  const opened = {
    type: 'opened',
    city: facts.rules.city.version,
    kind: service.kind,
    service: service.code,
    condition: condition.code,
    urgent: condition.urgent,
    leaf: leaf.code,
    place: command.place,
    ...said(command, facts, leaf.code),
    reporter: command.reporter,
    // 匿名: what nobody may learn is not kept.
    ...(command.phone === undefined || command.privacy === 'anonymous' ? {} : { phone: command.phone }),
    ...(command.privacy === undefined ? {} : { privacy: command.privacy }),
    ...(command.about === undefined ? {} : { about: command.about }),
    ...(command.patrol ? { patrol: true as const } : {}),
    ...owedOf(command, service, facts),
  } as const;
  return events(opened, ...next(command, opened, { service, facts }));
};

/** What somebody else than the supervisor of the place put right is for them to see, as part of what was reported. */
const said = ({ text, photos, patrol }: Open, facts: Facts, leaf: string): Pick<Open, 'text' | 'photos'> =>
  patrol?.solved && !isSupervisor(leaf, facts)
    ? {
        text: `${text}\n${patrol.solved.report}`,
        photos: [...photos, ...patrol.solved.photos].slice(0, MOST_PHOTOS),
      }
    : { text, photos };

const isSupervisor = (leaf: string, facts: Facts): boolean =>
  holdsPost(facts.by.person, `supervisor@${leaf}`, leaf, facts);

const refusalOf = (command: Open, service: Service, { rules }: Facts): Refusal | undefined => {
  const { photos, about, patrol } = command;
  if (photos.length > MOST_PHOTOS) return { code: 'tooManyPhotos', most: MOST_PHOTOS };
  if (about !== undefined && !rules.unit(about)) return { code: 'unknownUnit', unit: about };
  if (patrol?.solved && patrol.solved.photos.length === 0) return { code: 'photoNeeded' };
  return cannotOwe(command, service);
};

/** 容缺受理: only what the catalog lets be missing, and against a promise. */
const cannotOwe = ({ owes }: Open, { materials = [] }: Service): Refusal | undefined => {
  if (!owes) return undefined;
  const unknown = owes.materials.find((code) => !materials.some((one) => one.code === code));
  if (unknown !== undefined) return { code: 'unknownMaterial', material: unknown };
  const needed = materials.find(({ code, owe }) => owe === undefined && owes.materials.includes(code));
  if (needed) return { code: 'materialNeeded', name: needed.name };
  return owes.materials.length > 0 && owes.promise.trim() === '' ? { code: 'promiseNeeded' } : undefined;
};

const owedOf = (
  { owes }: Open,
  { materials = [] }: Service,
  facts: Facts,
): { readonly owed?: readonly Owed[]; readonly promise?: string } => {
  const owed = materials.flatMap(({ code, name, owe }): readonly Owed[] =>
    owe !== undefined && owes?.materials.includes(code)
      ? [{ code, name, clock: startOwedClock(owe, facts) }]
      : [],
  );
  return owes && owed.length > 0 ? { owed, promise: owes.promise } : {};
};

const next = (
  command: Open,
  opened: Extract<CaseEvent, { type: 'opened' }>,
  { service, facts }: { readonly service: Service; readonly facts: Facts },
): readonly CaseEvent[] => {
  const { patrol } = command;
  const isFound = patrol !== undefined && isSupervisor(opened.leaf, facts);
  if (isFound && patrol.solved)
    return [
      { type: 'verified' },
      { type: 'solved', person: facts.by.person, ...patrol.solved },
      ...fileUnrated(opened.reporter),
    ];
  if (isFound) return [{ type: 'verified' }, ...acceptAndDispatch(opened, facts)];
  if (!service.verify && !patrol) return acceptAndDispatch(opened, facts);
  const clock = startClock('verify', opened, facts);
  return [{ type: 'moved', to: 'verifying', owner: supervisorOf(opened, facts), clock }];
};
