import { MOST_PHOTOS } from '../MOST_PHOTOS.ts';
import { type CommandOf, type Decision, events, type Facts, refuse } from '../Rule.ts';
import { startClock } from '../startClock.ts';
import { acceptAndDispatch } from './acceptAndDispatch.ts';

/** 上报: a report becomes a case. It starts with its supervisor, or at once with acceptance where the service needs no verifying. */
export const openCase = (command: CommandOf<'open'>, facts: Facts): Decision => {
  const service = facts.rules.service(command.service);
  if (!service) return refuse({ code: 'unknownService', service: command.service });
  const { condition: wanted } = command;
  const condition =
    wanted === undefined ? service.conditions[0] : service.conditions.find(({ code }) => code === wanted);
  if (!condition) return refuse({ code: 'unknownCondition', condition: wanted ?? '' });
  const leaf = facts.ledger.locate(command.place);
  if (!leaf) return refuse({ code: 'outsideCity' });
  if (command.photos.length > MOST_PHOTOS) return refuse({ code: 'tooManyPhotos', most: MOST_PHOTOS });

  const opened = {
    type: 'opened',
    city: facts.rules.city.version,
    kind: service.kind,
    service: service.code,
    condition: condition.code,
    urgent: condition.urgent,
    leaf: leaf.code,
    place: command.place,
    text: command.text,
    photos: command.photos,
    reporter: command.reporter,
    ...(command.phone === undefined ? {} : { phone: command.phone }),
  } as const;
  if (!service.verify) return events(opened, ...acceptAndDispatch(opened, facts));
  return events(opened, {
    type: 'moved',
    to: 'verifying',
    owner: `supervisor@${leaf.code}`,
    clock: startClock('verify', opened, facts.now, facts.rules),
  });
};
