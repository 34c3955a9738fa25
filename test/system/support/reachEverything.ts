import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LivePerson } from '../../../bench/LivePerson.ts';
import { asJourneyCloud } from '../../../infra/local/journey/asJourneyCloud.ts';
import { readJourney } from '../../../infra/local/journey/openStage.ts';
import { playJourney } from '../../../infra/local/journey/playJourney.ts';
import type { LocalCloud } from '../../../infra/local/LocalCloud.ts';
import { casesAnswerSchema, messagesAnswerSchema, photoAnswerSchema } from '../../../shared/contracts/web.ts';
import { receiptOf } from '../../../shared/domain/case/receiptOf.ts';
import { reachCommands } from './reachCommands.ts';

const JOURNEYS = [
  'happy',
  'wechat',
  'wechat-resident',
  'two-cases',
  'national-day',
  'on-leave',
  'hand-over',
  'bind',
  'quiet-hours',
  'duty',
  'announced',
];
const HOUR = 3_600_000;

/** Everything the functions are there for, each thing at least once: what no part of this needs, nothing needs. */
export const reachEverything = async (cloud: LocalCloud): Promise<void> => {
  for (const name of JOURNEYS) {
    const journey = await readJourney(`test/journeys/${name}.yaml`);
    // The one before may have put another version in force.
    await cloud.reset(journey.at ?? cloud.clock.now(), journey.cityDir);
    const { failed } = await playJourney(
      asJourneyCloud(cloud, { folder: journey.cityDir, copies: tmpdir() }),
      journey,
      { tell: () => undefined },
    );
    expect(`${name}: ${failed} failed`).toBe(`${name}: 0 failed`);
    await lookAround(cloud);
  }
  await photosOfEveryKind(cloud);
  await severalPages(cloud);
  await queuedTurns(cloud);
  await spoiltBodies(cloud);
  await streamThatIsGivenUp(cloud);
  await reachCommands(cloud);
};

const read = async (cloud: LocalCloud, path: string, token?: string): Promise<unknown> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(new URL(path, cloud.url), { headers });
  expect(response.status).toBe(200);
  return response.headers.get('content-type')?.includes('json') ? response.json() : response.text();
};

/** What is read and not said: lists, a case, the map, the page, the dashboard. */
const lookAround = async (cloud: LocalCloud): Promise<void> => {
  const [number = ''] = await cloud.store.caseNumbers();
  const state = await cloud.store.cases.load(number);
  const reporter = await cloud.token(state?.reporter ?? '');
  const { cases } = casesAnswerSchema.parse(await read(cloud, '/web/cases', reporter));
  expect(cases.map((row) => row.number)).toContain(number);
  await read(cloud, `/web/cases/${number}`, reporter);
  await read(cloud, '/web/cases', await cloud.token('web:S001'));
  await read(cloud, '/city/areas');
  await read(cloud, '/chat');
  await read(cloud, '/board');
  await read(cloud, '/city/board?cell=990101001001001');
  await read(cloud, '/verify');
  const [entry] = await cloud.store.cases.history(number);
  if (entry) await read(cloud, `/verify/${number}?receipt=${receiptOf(entry)}`);
  await cloud.invoke('casesByStage', { widgetContext: {} });
  await cloud.invoke('cityMap', { widgetContext: {} });
};

/** One that is good and is shown again, one that was never uploaded, one that is none. */
const photosOfEveryKind = async (cloud: LocalCloud): Promise<void> => {
  const token = await cloud.token('web:photographer');
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(new URL(path, cloud.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
    return response.json();
  };
  for (const bytes of [Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(0)]) {
    const upload = await post('/web/photos', { size: 100, type: 'image/jpeg' });
    const { key, url, fields } = photoAnswerSchema.parse(upload);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }));
    // Nothing is sent for the second: its key is spoken of all the same.
    if (bytes.length > 0) expect((await fetch(url, { method: 'POST', body: form })).ok).toBe(true);
    await post('/web/turns', { id: key.slice(-36), said: { kind: 'photo', key } });
  }
  const person = await LivePerson.meet(cloud);
  await person.show('test/journeys/lamp.jpg');
  await cloud.idle();
  const own = await cloud.token(person.conversation);
  const { messages } = messagesAnswerSchema.parse(await read(cloud, '/web/messages', own));
  const urls = messages.flatMap(({ photoUrls = [] }) => photoUrls);
  expect(urls.length).toBeGreaterThan(0);
  for (const url of urls) expect((await fetch(url)).status).toBe(200);
  person.leave();
};

/** What is answered on one page is pushed to the other; one that was closed is found out by the next push, and forgotten. */
const severalPages = async (cloud: LocalCloud): Promise<void> => {
  const person = await LivePerson.meet(cloud);
  const other = await LivePerson.meet(cloud, person.conversation);
  await person.say('帮助');
  await other.hear(/进度/u);
  other.leave();
  await sleep(100);
  await person.say('帮助');
  person.leave();
};

/** A turn that could not be taken at once, and two that came by the queue: to a page that is gone, and of a photo that is not there. */
const queuedTurns = async (cloud: LocalCloud): Promise<void> => {
  const person = await LivePerson.meet(cloud);
  cloud.gateway.setFault(({ caller, operation }) =>
    /postTurn/u.test(caller) && operation === 'PutItem'
      ? { when: 'before', type: 'ValidationException' }
      : undefined,
  );
  await person.say('帮助');
  cloud.gateway.setFault(undefined);
  await person.hear(/进度/u);
  person.leave();
  await sleep(100);
  const absent = { kind: 'photo', key: 'photos/wechaty.wxid_9/never' };
  for (const [n, [conversation, said]] of [
    [person.conversation, { kind: 'text', text: '帮助' }] as const,
    ['wechaty:wxid_9', absent] as const,
    // Somebody of the staff is away from today on.
    ['web:S010', { kind: 'text', text: '今天起请假' }] as const,
    ['web:S010', { kind: 'text', text: '确认' }] as const,
  ].entries()) {
    const name = Object.keys(cloud.gateway.pending()).find((queue) => /TurnsQueue/u.test(queue));
    await cloud.gateway.sqs('admin', 'SendMessage', {
      QueueUrl: `${cloud.gatewayUrl}/000000000000/${name}`,
      MessageBody: JSON.stringify({ v: 1, id: `queued-${n}`, conversation, correlation: 'c', said }),
      MessageGroupId: conversation,
      MessageDeduplicationId: `${conversation}-${n}`,
    });
  }
  await cloud.idle();
};

/** A body of a version nobody knows goes to the dead letters at once. */
const spoiltBodies = async (cloud: LocalCloud): Promise<void> => {
  const queues = Object.keys(cloud.gateway.pending()).filter((name) =>
    /(Turns|Ticks|HandOvers)Queue/u.test(name),
  );
  expect(queues).toHaveLength(3);
  for (const name of queues) {
    const QueueUrl = `${cloud.gatewayUrl}/000000000000/${name}`;
    const fifo = name.endsWith('.fifo') ? { MessageGroupId: 'g', MessageDeduplicationId: 'd' } : {};
    await cloud.gateway.sqs('admin', 'SendMessage', { QueueUrl, MessageBody: '{"v":99}', ...fifo });
  }
  await cloud.idle();
};

/** Entries that cannot be worked off are given up when they are too old: the mapping says where to. */
const streamThatIsGivenUp = async (cloud: LocalCloud): Promise<void> => {
  cloud.gateway.setFault(({ service, caller, operation }) =>
    service === 'dynamodb' && ['GetItem', 'Query'].includes(operation) && /(notify|project)/u.test(caller)
      ? { when: 'before', type: 'ValidationException' }
      : undefined,
  );
  const person = await LivePerson.meet(cloud);
  await person.say('建设路12号门口的路灯坏了两天了');
  await person.hear(/核对/u);
  await person.say('确认');
  await person.hear(/受理编号/u);
  cloud.clock.set({ frozen: true, at: cloud.clock.now() + 7 * HOUR });
  const givenUp = (): number =>
    Object.entries(cloud.gateway.pending()).find(([name]) => name.includes('StreamFailures'))?.[1].visible ??
    0;
  for (const until = performance.now() + 30_000; givenUp() < 2 && performance.now() < until; )
    await sleep(50);
  expect(givenUp()).toBe(2);
  cloud.gateway.setFault(undefined);
  person.leave();
  await cloud.idle();
};
