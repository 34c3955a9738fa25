import { randomInt } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call, Fault } from '../../infra/local/gateway/types.ts';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import type { TalkRecord } from '../../shared/application/ports.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import { firstBreak } from '../../shared/domain/case/chain.ts';
import { foldHistory } from '../../shared/domain/case/evolve.ts';
import { monthOf, streetOf } from '../../shared/store/accessPatterns.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { clientOf } from '../support/createTable.ts';
import { openOffice, type Place, type Reach } from './support/openOffice.ts';
import { PatientPerson } from './support/PatientPerson.ts';
import { seededFaults } from './support/seededFaults.ts';

/** Conflicts, throttling and lost answers, which no emulator produces, while people live with the system. */

const dataDir = mkdtempSync(join(tmpdir(), 'wangge-faults-'));
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example' });
}, 120_000);

afterAll(async () => {
  cloud.gateway.setFault(undefined);
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const table = () =>
  openTable(cloud.resources.table, clientOf(cloud.gatewayUrl, { ...cloud.adminCredentials }));

const deadLetters = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(cloud.gateway.pending())
      .filter(([name]) => /dead|failure/iu.test(name))
      .map(([name, { visible, inFlight, held }]) => [name, visible + inFlight + held]),
  );

const PLACES: readonly Place[] = [
  { name: '建设路12号', leaf: '990101001001001' },
  { name: '建设路36号', leaf: '990101001001002' },
  { name: '建设路60号', leaf: '990101001001003' },
  { name: '解放路15号', leaf: '990101001001004' },
];
/** What becomes of each resident's cases, one after the other. */
const LIVES: readonly Reach[] = ['closed', 'closed', 'closed', 'assigned', 'verifying'];

/** One resident's case until `reach`. */
const live = async (
  resident: PatientPerson,
  office: ReturnType<typeof openOffice>,
  place: Place,
  { reach, turn }: { readonly reach: Reach; readonly turn: number },
): Promise<string> => {
  await resident.say(`${place.name}门口的路灯坏了两天了`);
  await resident.hear(/^请您核对/u);
  await resident.show('test/journeys/lamp.jpg');
  await resident.hear(/照片：1 张/u);
  await resident.say('确认');
  const number = (await resident.hear(/^已经登记[\s\S]*受理编号[:：]\s*(\d{15})/u))[1] ?? '';
  await office.work(number, place, reach, turn);
  if (reach !== 'closed') return number;
  await resident.hear(new RegExp(`办好了[\\s\\S]*${number}`, 'u'));
  await resident.say('A 修得很快');
  await resident.hear(/谢谢您的评价/u);
  return number;
};

/** Every record of a conversation. */
const talkOf = async (conversation: string): Promise<readonly TalkRecord[]> =>
  dynamoTalks(table()).after(conversation, 0, 100_000);

/** Who must have been told what: worked out anew from the histories. */
const noticesOwed = async (numbers: readonly string[]): Promise<readonly string[]> => {
  const notify = notifyPeople({
    history: cloud.store.cases.history,
    cities: { current: async () => cloud.know(), at: async () => cloud.know() },
    now: cloud.clock.now,
  });
  const owed: string[] = [];
  for (const number of numbers)
    for (const { seq } of await cloud.store.cases.history(number))
      for (const { conversation, notice } of await notify(number, seq))
        owed.push(`${conversation} ${notice.id}`);
  return owed.toSorted();
};

const listsAreTrue = async (numbers: readonly string[]): Promise<void> => {
  const [kept, derived] = [dynamoRows(table()), memoryRows()];
  const owners = new Set<string>();
  const reporters = new Set<string>();
  for (const number of numbers) {
    await projectCase({ cases: cloud.store.cases, rows: derived })(number);
    for (const { seq } of await cloud.store.cases.history(number)) {
      const then = foldHistory((await cloud.store.cases.history(number)).slice(0, seq));
      if (then) owners.add(then.owner);
      if (then) reporters.add(then.reporter);
    }
  }
  const [street, month] = [streetOf(PLACES[0]?.leaf ?? ''), monthOf(numbers[0] ?? '')];
  expect(await kept.openInArea(street, 999)).toEqual(await derived.openInArea(street, 999));
  expect(await kept.endedInArea(street, month, 999)).toEqual(await derived.endedInArea(street, month, 999));
  for (const owner of owners)
    expect([owner, await kept.numbersOfOwner(owner, 999)]).toEqual([
      owner,
      await derived.numbersOfOwner(owner, 999),
    ]);
  for (const reporter of reporters)
    expect(await kept.numbersOfReporter(reporter, 999)).toEqual(
      await derived.numbersOfReporter(reporter, 999),
    );
};

test('conflicts, throttling and lost answers lose nothing, double nothing, and leave no dead letters', async () => {
  const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31));
  const { faultOf, played } = seededFaults(seed);
  cloud.gateway.setFault(faultOf);
  const t0=performance.now(); cloud.onStep((l)=>{ appendFileSync('/tmp/wf.log', `${Math.round(performance.now()-t0)} ${JSON.stringify(l)}\n`); });
  const began = performance.now();
  try {
    const office = openOffice(cloud);
    const residents = await Promise.all(PLACES.map(() => PatientPerson.meet(cloud)));
    const lives = await Promise.all(
      residents.map(async (resident, turn) => {
        const numbers: string[] = [];
        for (const reach of LIVES)
          numbers.push(await live(resident, office, PLACES[turn] as Place, { reach, turn }));
        return numbers;
      }),
    );
    const told = lives.flat();
    const lived = performance.now();
    cloud.gateway.setFault(undefined);
    await cloud.idle(150_000);
    // What is still open falls due: reminders, and the superiors hear of what is late.
    await cloud.advanceTo(cloud.clock.now() + 3 * 86_400_000);

    const numbers = await cloud.store.caseNumbers();
    expect(numbers).toEqual(told.toSorted());
    for (const number of numbers) {
      const history = await cloud.store.cases.history(number);
      expect(firstBreak(history)).toBeUndefined();
      expect(foldHistory(history)).toEqual(await cloud.store.cases.load(number));
    }

    const people = [...residents, ...(await office.staff())];
    for (const { conversation, acknowledged } of people) {
      const talk = await talkOf(conversation);
      const taken = talk.filter(({ said }) => said.kind !== 'notice');
      // A member of staff speaks about several cases at once: the door decides the order.
      expect(taken.map(({ turn }) => turn).toSorted()).toEqual(acknowledged.toSorted());
      expect(taken.filter(({ replies }) => replies.length === 0)).toEqual([]);
      expect(talk.map(({ seq }) => seq)).toEqual(talk.map((_, at) => (talk[0]?.seq ?? 0) + at));
    }

    const owed = await noticesOwed(numbers);
    const everybody = new Set([
      ...owed.map((one) => one.split(' ')[0] ?? ''),
      ...people.map((one) => one.conversation),
    ]);
    const delivered = await Promise.all(
      [...everybody].map(async (conversation) =>
        (await talkOf(conversation)).flatMap(({ said }) =>
          said.kind === 'notice' ? [`${conversation} ${said.notice.id}`] : [],
        ),
      ),
    );
    expect(delivered.flat().toSorted()).toEqual(owed);
    expect(Object.values(deadLetters()).every((depth) => depth === 0) || deadLetters()).toBe(true);
    await listsAreTrue(numbers);
    console.info(
      `${numbers.length} cases, ${owed.length} notices in ${Math.round((lived - began) / 1000)} s, settled after ${Math.round((performance.now() - lived) / 1000)} s more`,
    );
    for (const person of people) person.leave();
  } finally {
    cloud.gateway.setFault(undefined);
    const lines = [...played].map(([name, count]) => `${String(count).padStart(5)}  ${name}`);
    console.info(`FAULT_SEED=${seed}\n${lines.join('\n')}`);
  }
  expect([...played.values()].every((count) => count > 0)).toBe(true);
}, 420_000);

/** The first call that fits breaks; what comes after is left alone. */
const once = (fits: (call: Call) => boolean, fault: Fault): (() => boolean) => {
  let happened = false;
  cloud.gateway.setFault((call) => {
    if (happened || call.caller === 'admin' || !fits(call)) return undefined;
    happened = true;
    return fault;
  });
  return () => happened;
};

test.each(['PutItem', 'TransactWriteItems'])(
  'a person whose %s was done and not answered is not kept waiting',
  async (operation) => {
    const person = await PatientPerson.meet(cloud);
    await person.say('建设路12号门口的路灯坏了两天了');
    await person.hear(/^请您核对/u);
    const happened = once((call) => call.operation === operation && /takeTurn/iu.test(call.caller), {
      when: 'after',
      lose: true,
    });
    const said = performance.now();
    await person.say('确认');
    await person.hear(/^已经登记/u);
    // A turn that failed would hold up what the same person says next.
    await person.say('帮助');
    await person.hear(/报事|进度/u);
    expect(happened()).toBe(true);
    // The queue would hand it out again after a minute only.
    expect(performance.now() - said).toBeLessThan(20_000);
    cloud.gateway.setFault(undefined);
    await cloud.idle();
    person.leave();
  },
  120_000,
);
