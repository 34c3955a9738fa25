import type { Case } from '../Case.ts';
import type { CaseEvent, Entry } from '../CaseEvent.ts';

/** A case as it begins. */
export const openedCase = (event: Extract<CaseEvent, { type: 'opened' }>, entry: Entry): Case => ({
  number: entry.number,
  version: 0,
  hash: '',
  city: event.city,
  stage: 'screening',
  owner: `resident@${event.reporter}`,
  kind: event.kind,
  service: event.service,
  condition: event.condition,
  urgent: event.urgent,
  leaf: event.leaf,
  place: event.place,
  text: event.text,
  photos: event.photos,
  reporter: event.reporter,
  openedAt: entry.at,
  tasks: [],
  rounds: 0,
  ...(event.privacy === undefined ? {} : { privacy: event.privacy }),
  ...(event.about === undefined ? {} : { about: event.about }),
  ...(event.patrol ? { patrol: event.patrol } : {}),
  ...(event.owed ? { owed: event.owed } : {}),
  ...(event.promise === undefined ? {} : { promise: event.promise }),
  recent: [],
});
