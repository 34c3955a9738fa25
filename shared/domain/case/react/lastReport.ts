import type { CaseEvent, Entry } from '../CaseEvent.ts';
import type { Telling } from './Telling.ts';

/** What the lead, or whoever solved it on the spot, last reported to have done; of units that only helped, where nobody else did. */
export const lastReport = (history: readonly Entry[]): Pick<Telling, 'words' | 'photos'> => {
  const events = history.flatMap((entry) => entry.events);
  const lead = events.findLast((event) => event.type === 'dispatched')?.tasks.find(isLead)?.unit;
  const done = events.filter(isReport);
  const last = done.findLast((event) => event.type === 'solved' || event.unit === lead) ?? done.at(-1);
  return last ? { words: last.report, photos: last.photos } : {};
};

const isLead = ({ share }: { readonly share: string }): boolean => share === 'lead';

const isReport = (event: CaseEvent): event is Extract<CaseEvent, { type: 'done' | 'solved' }> =>
  event.type === 'done' || event.type === 'solved';
