import type { Notice } from '../contracts/notice.ts';
import type { Turn } from '../contracts/turn.ts';
import { postHolders } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
import { foldHistory } from '../domain/case/evolve.ts';
import { type Audience, react, type Telling } from '../domain/case/react.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { conversationOf } from '../domain/ledger/buildLedger.ts';
import { maskPrivate } from '../domain/privacy/maskPrivate.ts';
import { dateText, dayOf, type Instant } from '../domain/time/Instant.ts';
import type { Cities, Now, Push, ReadHistory } from './ports.ts';

export interface NotifyWorld {
  readonly history: ReadHistory;
  readonly cities: Cities;
  readonly now: Now;
}

/**
 * Who must be told what of one entry. Reads the history up to that entry, so that a message always speaks of the moment it
 * is about, however late it is made. The same entry gives the same notices with the same ids.
 */
export const notifyPeople =
  (world: NotifyWorld) =>
  async (number: string, seq: number): Promise<readonly Push[]> => {
    const history = (await world.history(number)).slice(0, seq);
    const entry = history.at(-1);
    const after = foldHistory(history);
    if (!entry || !after || entry.seq !== seq)
      throw new Error(`Entry ${number}#${seq} is not in the history`);
    const city = await world.cities.current();
    return react(entry, after, history).flatMap((telling, n) => {
      const notice = toNotice(`${number}#${seq}#${n}`, telling, after, city);
      return audienceOf(telling.to, after, world.now(), city).map((conversation) => ({
        conversation,
        notice,
      }));
    });
  };

/** A notice on its way into a conversation: a turn like any other, with the notice's own id. */
export const turnOf = ({ conversation, notice }: Push): Turn => ({
  v: 1,
  id: notice.id,
  conversation,
  correlation: notice.id,
  said: { kind: 'notice', notice },
});

const audienceOf = (to: Audience, state: Case, now: Instant, city: Knowledge): readonly string[] => {
  if (to === 'reporter') return [state.reporter];
  const owners = postHolders(state.owner, state.leaf, now, city);
  const today = dateText(dayOf(now));
  if (to === 'owner') return distinct(owners.map(conversationOf));
  const superiors = distinct(owners.flatMap((row) => (row.superior === undefined ? [] : [row.superior])));
  return distinct(superiors.flatMap((person) => city.posts(person, today).slice(0, 1).map(conversationOf)));
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const toNotice = (id: string, telling: Telling, state: Case, city: Knowledge): Notice => {
  const unit = state.tasks.find((task) => task.share === 'lead')?.unit;
  const { lng, lat, name } = state.place;
  return {
    id,
    kind: telling.kind,
    number: state.number,
    service: city.service(state.service)?.name ?? state.service,
    place: maskPrivate(name),
    point: { lng, lat },
    text: maskPrivate(state.text),
    photos: [...(telling.photos ?? state.photos)],
    urgent: state.urgent,
    stage: state.stage,
    ...(state.clock ? { due: state.clock.due } : {}),
    ...(unit === undefined ? {} : { unit: city.unit(unit)?.name ?? unit }),
    ...(telling.words === undefined ? {} : { words: maskPrivate(telling.words) }),
    ...(telling.count === undefined ? {} : { count: telling.count }),
  };
};
