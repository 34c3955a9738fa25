import type { CaseNotice } from '../contracts/notice.ts';
import type { Case } from '../domain/case/Case.ts';
import { foldHistory } from '../domain/case/evolve.ts';
import { finishOnceVerified } from '../domain/case/promisedFinish.ts';
import { react } from '../domain/case/react/react.ts';
import type { Telling } from '../domain/case/react/Telling.ts';
import { receiptOf } from '../domain/case/receiptOf.ts';
import type { RuleBook } from '../domain/city/Knowledge.ts';
import type { Instant } from '../domain/time/Instant.ts';
import type { Cities } from './cityPorts.ts';
import type { FollowUp } from './followUp.ts';
import { nearCases } from './nearCases.ts';
import { audienceOf } from './notify/audienceOf.ts';
import { matterOf, noticeOf } from './notify/noticeOf.ts';
import type { Now, Push, ReadHistory, RowStore, SolvedStore } from './ports.ts';
import { similarCases } from './similarCases.ts';

export interface NotifyWorld {
  readonly history: ReadHistory;
  readonly cities: Cities;
  readonly now: Now;
  readonly rows: Pick<RowStore, 'openInLeaf'>;
  /** What the entry brings about in other cases comes first: nobody is told of what is not so yet. */
  readonly follow: FollowUp;
  readonly solved: Pick<SolvedStore, 'ofService'>;
}

/**
 * Who must be told what of one entry. Reads the history up to that entry, so that a message always speaks of the moment it
 * is about, however late it is made. The same entry gives the same notices with the same ids, and nobody the same one twice.
 */
export const notifyPeople =
  (world: NotifyWorld) =>
  async (number: string, seq: number): Promise<readonly Push[]> => {
    const history = (await world.history(number)).slice(0, seq);
    const entry = history.at(-1);
    const after = foldHistory(history);
    if (!entry || !after || entry.seq !== seq)
      throw new Error(`Entry ${number}#${seq} is not in the history`);
    await world.follow(entry, after);
    const city = await world.cities.current();
    const isCorrected = entry.events.some(({ type }) => type === 'corrected');
    const rules = isCorrected ? await world.cities.at(after.city) : city;
    const now = world.now();
    const told = new Set<string>();
    const speaker = city.conversationOf(entry.by.person) ?? entry.by.person;
    const tellings = react(entry, after, history);
    const forUnit = tellings.some(({ kind }) => kind === 'unitTask');
    const similar = forUnit ? await similarCases(world)(after, city) : [];
    const forSupervisor = tellings.some(({ kind }) => kind === 'verifyTask');
    const near = forSupervisor ? await nearCases(world)(after, city) : [];
    return tellings.flatMap((telling, n) => {
      const notice: CaseNotice = {
        ...noticeOf(telling, after, city),
        ...ofCorrection(telling, after, entry.at, rules),
        ...(telling.kind === 'unitTask' && similar.length > 0 ? { similar } : {}),
        ...(telling.kind === 'verifyTask' && near.length > 0 ? { near } : {}),
        id: `${number}#${seq}#${n}`,
        at: entry.at,
      };
      const { kind, due, unit } = notice;
      return audienceOf(telling.to, after, now, city)
        .filter((conversation) => isNew(told, JSON.stringify([conversation, kind, due, unit])))
        .map((conversation) => ({
          conversation,
          notice: {
            ...notice,
            ...ownNumber(after, conversation),
            ...(isOwnResult(telling, after, conversation) ? { receipt: receiptOf(entry) } : {}),
          },
          correlation: entry.correlation ?? notice.id,
          ...(conversation === speaker ? { answers: true as const } : {}),
        }));
    });
  };

/** Somebody with several posts hears each thing once. */
const isNew = (told: Set<string>, key: string): boolean => {
  if (told.has(key)) return false;
  told.add(key);
  return true;
};

/** Of merged cases the others have numbers of their own. */
const ownNumber = ({ joined }: Case, conversation: string): Pick<CaseNotice, 'own'> => {
  const own = joined?.find(({ reporter }) => reporter === conversation)?.number;
  return own === undefined ? {} : { own };
};

/** Of merged cases the others have receipts of their own, by which they see nothing of this one. */
const isOwnResult = ({ to, kind }: Telling, { reporter }: Case, conversation: string): boolean =>
  to.who === 'reporters' && kind === 'result' && conversation === reporter;

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
