import type { CaseNotice } from '../contracts/notice.ts';
import { postHolders } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
import { conditionName } from '../domain/case/conditionOf.ts';
import { foldHistory } from '../domain/case/evolve.ts';
import { finishOnceVerified } from '../domain/case/promisedFinish.ts';
import { type Audience, react, type Telling } from '../domain/case/react.ts';
import type { Knowledge, RuleBook } from '../domain/city/Knowledge.ts';
import { maskPrivate } from '../domain/privacy/maskPrivate.ts';
import { dateText, dayOf, type Instant } from '../domain/time/Instant.ts';
import type { Cities } from './cityPorts.ts';
import type { Now, Push, ReadHistory } from './ports.ts';

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
    const isCorrected = entry.events.some(({ type }) => type === 'corrected');
    const rules = isCorrected ? await world.cities.at(after.city) : city;
    return react(entry, after, history).flatMap((telling, n) => {
      const notice: CaseNotice = {
        ...toNotice(telling, after, city),
        ...ofCorrection(telling, after, entry.at, rules),
        id: `${number}#${seq}#${n}`,
        at: entry.at,
      };
      return audienceOf(telling.to, after, world.now(), city).map((conversation) => ({
        conversation,
        notice,
        correlation: entry.correlation ?? notice.id,
      }));
    });
  };

const audienceOf = (to: Audience, state: Case, now: Instant, city: Knowledge): readonly string[] => {
  if (to === 'reporter') return [state.reporter];
  const owners = postHolders(state.owner, state.leaf, now, city);
  const today = dateText(dayOf(now));
  if (to === 'owner')
    return conversationsOf(
      owners.map(({ person }) => person),
      city,
    );
  const superiors = owners.flatMap((row) => (row.superior === undefined ? [] : [row.superior]));
  return conversationsOf(
    superiors.map((person) => city.reachable(person, today)),
    city,
  );
};

const conversationsOf = (people: readonly string[], city: Knowledge): readonly string[] =>
  distinct(people.flatMap((person) => city.conversationOf(person) ?? []));

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const toNotice = (telling: Telling, state: Case, city: Knowledge): Omit<CaseNotice, 'id' | 'at'> => {
  const unit = state.tasks.find((task) => task.share === 'lead')?.unit;
  const { lng, lat, name } = state.place;
  return {
    kind: telling.kind,
    number: state.number,
    ...matterOf(state, city),
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

/** 事项, and 情形 where it tells several apart, by name. */
const matterOf = (state: Pick<Case, 'service' | 'condition'>, city: RuleBook) => {
  const condition = conditionName(state, city);
  return {
    service: city.service(state.service)?.name ?? state.service,
    ...(condition === undefined ? {} : { condition }),
  };
};

/** What it was before a correction, and by when it is promised now, where other limits hold: by the version it was opened under. */
const ofCorrection = (
  { was }: Telling,
  state: Case,
  at: Instant,
  rules: RuleBook,
): Pick<CaseNotice, 'was' | 'finish'> => {
  if (!was) return {};
  const finish = finishOnceVerified(state, at, rules);
  const changed = finish !== undefined && finish !== finishOnceVerified(was, at, rules);
  return { was: matterOf(was, rules), ...(changed ? { finish } : {}) };
};
