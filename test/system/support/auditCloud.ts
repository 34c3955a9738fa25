import type { LocalCloud } from '../../../infra/local/LocalCloud.ts';
import { notifyPeople } from '../../../shared/application/notifyPeople.ts';
import type { TalkRecord } from '../../../shared/application/ports.ts';
import { projectCase } from '../../../shared/application/projectCase.ts';
import type { Owner } from '../../../shared/domain/case/Case.ts';
import { firstBreak } from '../../../shared/domain/case/chain.ts';
import { foldHistory } from '../../../shared/domain/case/evolve.ts';
import { hasList } from '../../../shared/domain/case/taskLists.ts';
import { streetOf } from '../../../shared/domain/city/streetOf.ts';
import { monthOf } from '../../../shared/store/accessPatterns.ts';
import { dynamoListings } from '../../../shared/store/dynamo/dynamoListings.ts';
import { dynamoRows } from '../../../shared/store/dynamo/dynamoRows.ts';
import { dynamoTalks } from '../../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../../shared/store/dynamo/openTable.ts';
import { memoryListings } from '../../../shared/store/memory/memoryListings.ts';
import { memorySolved } from '../../../shared/store/memory/memorySolved.ts';
import { memoryRows } from '../../../shared/store/memory/memoryStores.ts';
import { clientOf } from '../../support/createTable.ts';

const ALL = 100_000;

/** What must hold of a cloud at rest, whatever it went through: everything is worked out anew from the histories. */
export const auditCloud = (cloud: LocalCloud) => {
  const table = openTable(cloud.resources.table, clientOf(cloud.gatewayUrl, { ...cloud.adminCredentials }));
  const { cases } = cloud.store;

  const talkOf = (conversation: string): Promise<readonly TalkRecord[]> =>
    dynamoTalks(table).after(conversation, 0, ALL);

  /** Each history whole, and folding to its snapshot. */
  const historiesAreWhole = async (numbers: readonly string[]): Promise<void> => {
    for (const number of numbers) {
      const history = await cases.history(number);
      expect(firstBreak(history)).toBeUndefined();
      expect(foldHistory(history)).toEqual(await cases.load(number));
    }
  };

  /** What was acknowledged was taken once and answered; nothing in a conversation is missing. */
  const answeredOnce = async (conversation: string, acknowledged: readonly string[]): Promise<void> => {
    const talk = await talkOf(conversation);
    const taken = talk.filter(({ said }) => said.kind !== 'notice');
    // A member of staff speaks about several cases at once: the door decides the order.
    expect(taken.map(({ turn }) => turn).toSorted()).toEqual(acknowledged.toSorted());
    expect(taken.filter(({ replies }) => replies.length === 0)).toEqual([]);
    expect(talk.map(({ seq }) => seq)).toEqual(talk.map((_, at) => (talk[0]?.seq ?? 0) + at));
  };

  /** `conversation notice`, for each that somebody must have been told. */
  const noticesOwed = async (numbers: readonly string[]): Promise<readonly string[]> => {
    const city = async () => cloud.know();
    const notify = notifyPeople({
      history: cases.history,
      cities: { current: city, at: city },
      now: cloud.clock.now,
      solved: memorySolved(),
      rows: memoryRows(),
      // What follows elsewhere was brought about by the cloud itself.
      follow: async () => undefined,
    });
    const owed: string[] = [];
    for (const number of numbers)
      for (const { seq } of await cases.history(number))
        for (const { conversation, notice } of await notify(number, seq))
          owed.push(`${conversation} ${notice.id}`);
    return owed.toSorted();
  };

  /** Every notice owed was told once, and no other, to these people and to whom anything was owed. Answers how many. */
  const toldOnce = async (numbers: readonly string[], people: readonly string[]): Promise<number> => {
    const owed = await noticesOwed(numbers);
    const everybody = new Set([...people, ...owed.map((one) => one.split(' ')[0] ?? '')]);
    const told: string[] = [];
    // The others are about posts and days, not about one case.
    for (const conversation of everybody)
      for (const { turn, said } of await talkOf(conversation))
        if (said.kind === 'notice' && 'number' in said.notice) told.push(`${conversation} ${turn}`);
    expect(told.toSorted()).toEqual(owed);
    return owed.length;
  };

  /** The lists are those that projecting every case anew would give, also of the posts a case has left. */
  const listsAreTrue = async (numbers: readonly string[]): Promise<void> => {
    const [kept, derived, listings] = [dynamoRows(table), memoryRows(), memoryListings()];
    const owners = new Set<Owner>();
    const reporters = new Set<string>();
    const streets = new Set<string>();
    const months = new Set(numbers.map(monthOf));
    for (const number of numbers) {
      await projectCase({ cases, rows: derived, solved: memorySolved(), listings })(number);
      const history = await cases.history(number);
      for (const { seq } of history) {
        const then = foldHistory(history.slice(0, seq));
        if (!then) continue;
        owners.add(then.owner);
        reporters.add(then.reporter);
        streets.add(streetOf(then.leaf));
      }
    }
    const lists = async (rows: typeof kept): Promise<unknown> => ({
      open: await Promise.all([...streets].map((street) => rows.openInArea(street, ALL))),
      ended: await Promise.all(
        [...streets].flatMap((street) => [...months].map((month) => rows.endedInArea(street, month, ALL))),
      ),
      tasks: await Promise.all(
        [...streets].flatMap((under) => [
          rows.tasksIn({ kind: 'supervised', under }, ALL),
          rows.tasksIn({ kind: 'open', under }, ALL),
          ...[...owners].filter(hasList).map((owner) => rows.tasksIn({ kind: 'owned', owner, under }, ALL)),
        ]),
      ),
      reported: await Promise.all([...reporters].map((reporter) => rows.numbersOfReporter(reporter, ALL))),
    });
    expect(await lists(kept)).toEqual(await lists(derived));
    const published = (await dynamoListings(table).page(ALL)).filter((one) => numbers.includes(one.number));
    expect(published).toEqual(await listings.page(ALL));
  };

  /** Nothing was given up, and nothing lies where only a person would find it. */
  const nothingGivenUp = (): void => {
    const depths = Object.entries(cloud.gateway.pending());
    const last = depths.filter(([name]) => /DeadLetters|Failures/u.test(name));
    expect(last.length).toBeGreaterThan(3);
    for (const [name, { visible, inFlight, held }] of last)
      expect(`${name} ${visible + inFlight + held}`).toBe(`${name} 0`);
  };

  return { talkOf, historiesAreWhole, answeredOnce, toldOnce, listsAreTrue, nothingGivenUp };
};
