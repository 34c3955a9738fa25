import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wakefulCity } from '../../bench/wakefulCity.ts';
import type { Call, Fault } from '../../infra/local/gateway/types.ts';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { auditCloud } from './support/auditCloud.ts';
import { openOffice, type Place, type Reach } from './support/openOffice.ts';
import { PatientPerson } from './support/PatientPerson.ts';
import { seededFaults } from './support/seededFaults.ts';
import { MISFORTUNES, unluckyTurn } from './support/unluckyTurn.ts';

/** Conflicts, throttling and lost answers, which no emulator produces, while people live with the system. */

const DAY = 86_400_000;
const dataDir = mkdtempSync(join(tmpdir(), 'wangge-faults-'));
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir, cityDir: wakefulCity(dataDir) });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

afterEach(() => cloud.gateway.setFault(undefined));

const PLACES: readonly Place[] = [
  { name: '建设路12号', leaf: '990101001001001' },
  { name: '建设路36号', leaf: '990101001001002' },
  { name: '建设路60号', leaf: '990101001001003' },
  { name: '解放路15号', leaf: '990101001001004' },
];
/** What becomes of each resident's cases, one after the other. */
const LIVES: readonly Reach[] = ['closed', 'closed', 'closed', 'assigned', 'verifying'];

/** One resident's case until `reach`. Answers its number. */
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

test('conflicts, throttling and lost answers lose nothing, double nothing, and leave no dead letters', async () => {
  const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31));
  const { faultOf, played } = seededFaults(seed);
  try {
    const unlucky = await Promise.all(
      Object.values(MISFORTUNES).map(async (fails) => {
        const person = await PatientPerson.meet(cloud);
        return { person, ...unluckyTurn(fails, person) };
      }),
    );
    cloud.gateway.setFault((call) => {
      for (const one of unlucky) {
        const fault = one.faultOf(call);
        if (fault) return fault;
      }
      return faultOf(call);
    });
    const began = performance.now();
    const office = openOffice(cloud);
    const residents = await Promise.all(PLACES.map(() => PatientPerson.meet(cloud)));
    for (const { person } of unlucky) for (const text of ['帮助', '路灯坏了']) await person.say(text);
    const told = await Promise.all(
      residents.map(async (resident, turn) => {
        const numbers: string[] = [];
        for (const reach of LIVES)
          numbers.push(await live(resident, office, PLACES[turn] as Place, { reach, turn }));
        return numbers;
      }),
    );
    const lived = performance.now();
    cloud.gateway.setFault(undefined);
    await cloud.idle();
    const settled = performance.now();
    // What failed is shown again; what is still open falls due: reminders, and the superiors hear of what is late.
    await cloud.advanceTo(cloud.clock.now() + 3 * DAY);
    for (const { tries } of unlucky) expect(tries()).toBeGreaterThan(1);

    const people = [...unlucky.map(({ person }) => person), ...residents, ...(await office.staff())];
    const audit = auditCloud(cloud);
    const numbers = await cloud.store.caseNumbers();
    expect(numbers).toEqual(told.flat().toSorted());
    await audit.historiesAreWhole(numbers);
    for (const { conversation, acknowledged } of people) await audit.answeredOnce(conversation, acknowledged);
    // What failed as a whole came again a minute later, and what was said after it did not overtake it.
    for (const { person } of unlucky)
      expect((await audit.talkOf(person.conversation)).map(({ turn }) => turn)).toEqual(person.acknowledged);
    const notices = await audit.toldOnce(
      numbers,
      people.map(({ conversation }) => conversation),
    );
    await audit.listsAreTrue(numbers);
    audit.nothingGivenUp();
    console.info(
      `${numbers.length} cases in ${Math.round((lived - began) / 1000)} s, settled in ${Math.round((settled - lived) / 1000)} s, ${notices} notices told once`,
    );
    for (const person of people) person.leave();
  } finally {
    const lines = [...played].map(([name, count]) => `${String(count).padStart(5)}  ${name}`);
    console.info(`FAULT_SEED=${seed}\n${lines.join('\n')}`);
  }
  for (const [name, count] of played) expect(`${name}: ${count > 0}`).toBe(`${name}: true`);
}, 480_000);

/** The first call of a turn that fits breaks; what comes after is left alone. */
const once = (fits: (call: Call) => boolean, fault: Fault): (() => boolean) => {
  let happened = false;
  cloud.gateway.setFault((call) => {
    if (happened || !/postTurn/u.test(call.caller) || !fits(call)) return undefined;
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
    const happened = once((call) => call.operation === operation, { when: 'after', lose: true });
    const said = performance.now();
    await person.say('确认');
    await person.hear(/^已经登记/u);
    // A turn that failed would hold up what the same person says next, by the minute after which the queue tries again.
    await person.say('帮助');
    await person.hear(/报事|进度/u);
    expect(happened()).toBe(true);
    expect(performance.now() - said).toBeLessThan(30_000);
    await cloud.idle();
    person.leave();
  },
  120_000,
);
