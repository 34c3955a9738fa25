import { answerTurn } from '../../bots/engine/answerTurn.ts';
import type { Dialog } from '../../bots/engine/Dialog.ts';
import type { Session } from '../../bots/engine/Session.ts';
import { type TalkWorld, takeTurn } from '../../bots/takeTurn.ts';
import { commandCase, openCase } from '../../shared/application/commandCase.ts';
import { fileLeave } from '../../shared/application/fileLeave.ts';
import type { TalkRecord } from '../../shared/application/ports.ts';
import { projectCase } from '../../shared/application/projectCase.ts';
import type { Outbound } from '../../shared/contracts/reply.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { shortId } from '../../shared/domain/case/chain.ts';
import { memoryTalks } from '../../shared/store/memory/memoryStores.ts';
import { RESIDENT, report, staff } from '../support/lifeOf.ts';
import { smallWorld } from '../support/smallWorld.ts';

const ids = (...turns: readonly string[]): readonly string[] => turns.map(shortId);

/** Keeps what the real one keeps: every turn's id, newest last. */
const remember = (session: Session | undefined, id: string, lastAt: number): Session => ({
  seen: [...(session?.seen ?? []), shortId(id)].slice(-16),
  lastAt,
});

/** A dialog that opens a case for `open`, acts for other words, and tells what came of it. */
const asker: Dialog = (session, turn, _know, answers) => {
  const text = turn.said.kind === 'text' ? turn.said.text : turn.said.kind;
  const done = (reply: string) =>
    ({ kind: 'done', session: remember(session, turn.id, turn.at), replies: [{ text: reply }] }) as const;
  const answer = answers.a;
  if (answer) return done(JSON.stringify(answer));
  const ask = (more: object) => ({ kind: 'asks', asks: [{ key: 'a', ...more }] }) as never;
  if (text === 'open') return ask({ kind: 'open', command: report({ reporter: turn.conversation }) });
  const [verb, number] = text.split(' ');
  if (verb === 'look') return ask({ kind: 'look', number });
  if (verb === 'verify' || verb === 'sign') return ask({ kind: 'act', number, command: { type: verb } });
  if (verb === 'myTasks' || verb === 'myCases') return ask({ kind: verb });
  if (verb === 'loop')
    return { kind: 'asks', asks: [{ key: `${Object.keys(answers).length}`, kind: 'myCases' }] };
  return done(`echo ${text}`);
};

const words = (conversation: string, text: string, id: string): Turn => ({
  v: 1,
  id,
  conversation,
  correlation: 'c',
  said: { kind: 'text', text },
});

const setUp = (change: Partial<TalkWorld> = {}) => {
  const world = smallWorld();
  const delivered: Outbound[] = [];
  const talks = memoryTalks<Session>();
  const talk: TalkWorld = {
    ...world,
    talks,
    dialog: asker,
    inspectPhoto: async () => 'photo',
    deliver: async (messages) => void delivered.push(...messages),
    ...change,
  };
  const say = async (conversation: string, text: string, id: string) => {
    await takeTurn(talk)(words(conversation, text, id));
    const last = delivered.at(-1)?.reply.text ?? '';
    return last.startsWith('{') ? JSON.parse(last) : last;
  };
  return { world, talk, talks, delivered, say };
};

test('each message is kept with its answer and delivered under an id of its own', async () => {
  const { say, delivered, talks } = setUp();
  await say('web:r-1', 'hello', 'm1');
  await say('web:r-1', 'again', 'm2');
  const [first, second] = delivered;
  expect(delivered.map((message) => message.reply.text)).toEqual(['echo hello', 'echo again']);
  expect((second?.seq ?? 0) - (first?.seq ?? 0)).toBe(1);
  expect(first?.id).toBe(`web:r-1#${first?.seq}#0`);
  expect((await talks.latest('web:r-1'))?.turn).toBe('m2');
});

test('a message that comes again changes nothing and is answered as before, also with others in between', async () => {
  const { say, delivered, talks, world } = setUp();
  const opened = await say('web:r-1', 'open', 'm1');
  await say('web:r-1', 'hello', 'm2');
  const before = await talks.latest('web:r-1');
  const again = await say('web:r-1', 'open', 'm1');
  expect(again).toEqual(opened);
  expect(delivered[2]).toEqual(delivered[0]);
  expect(await talks.latest('web:r-1')).toEqual(before);
  expect((await world.cases.scan()).numbers).toHaveLength(1);
});

test('a crash after the case and before the record opens no second case', async () => {
  const memory = memoryTalks<Session>();
  let crashed = false;
  const { say, world } = setUp({
    talks: {
      ...memory,
      append: async (record: TalkRecord<Session>) => {
        if (crashed) return memory.append(record);
        crashed = true;
        throw new Error('killed');
      },
    },
  });
  await expect(say('web:r-1', 'open', 'm1')).rejects.toThrow('killed');
  const outcome = await say('web:r-1', 'open', 'm1');
  expect(outcome).toMatchObject({ kind: 'case', case: { version: 1 } });
  expect((await world.cases.scan()).numbers).toHaveLength(1);
});

test('a crash after the record and before the delivery delivers when the message comes again', async () => {
  let fail = true;
  const sent: Outbound[] = [];
  const { say } = setUp({
    deliver: async (messages) => {
      if (fail) throw new Error('killed');
      sent.push(...messages);
    },
  });
  await expect(say('web:r-1', 'hello', 'm1')).rejects.toThrow('killed');
  fail = false;
  await say('web:r-1', 'hello', 'm1');
  expect(sent.map((message) => message.reply.text)).toEqual(['echo hello']);
});

test('the same message id of two people makes two cases', async () => {
  const { say } = setUp();
  const first = await say('web:r-1', 'open', 'm1');
  const second = await say('web:r-2', 'open', 'm1');
  expect(first.case.number).not.toBe(second.case.number);
});

test('a person sees and does only what is theirs', async () => {
  const { say, world } = setUp();
  const { case: opened } = await say('web:r-1', 'open', 'm1');
  await projectCase(world)(opened.number);
  expect(await say('web:r-2', `look ${opened.number}`, 'm2')).toEqual({
    kind: 'refused',
    refusal: { code: 'noSuchCase' },
  });
  expect(await say('web:S2', `look ${opened.number}`, 'm3')).toMatchObject({ kind: 'refused' });
  expect(await say('web:S1', `look ${opened.number}`, 'm4')).toMatchObject({
    kind: 'case',
    history: [{ seq: 1 }],
  });
  expect(await say('web:r-2', `verify ${opened.number}`, 'm5')).toMatchObject({
    refusal: { code: 'noSuchCase' },
  });
  expect(await say('web:S1', 'myTasks', 'm6')).toMatchObject({ cases: [{ number: opened.number }] });
  expect(await say('web:S2', 'myTasks', 'm7')).toEqual({ kind: 'cases', cases: [] });
  expect(await say('web:r-1', 'myCases', 'm8')).toMatchObject({ cases: [{ number: opened.number }] });
});

test('a report is found among the own ones before the list has it, and only by who made it', async () => {
  const { say, world } = setUp({
    dialog: (session, turn, know, answers) =>
      answers.a || (turn.said.kind === 'text' && turn.said.text === 'open')
        ? asker(session, turn, know, answers)
        : {
            kind: 'asks',
            asks: [{ key: 'a', kind: 'myCases', filed: [turn.said.kind === 'text' ? turn.said.text : ''] }],
          },
  });
  const { case: opened } = await say('web:r-1', 'open', 'm1');
  expect(await world.rows.numbersOfReporter('web:r-1', 9)).toEqual([]);
  expect(await say('web:r-1', opened.number, 'm2')).toMatchObject({ cases: [{ number: opened.number }] });
  expect(await say('web:r-2', opened.number, 'm3')).toEqual({ kind: 'cases', cases: [] });
});

test('the history names the post in which somebody acted', async () => {
  const { say, world } = setUp();
  const { case: opened } = await say('web:r-1', 'open', 'm1');
  await say('web:S1', `verify ${opened.number}`, 'm2');
  await say('web:H3', `sign ${opened.number}`, 'm3');
  const history = await world.cases.history(opened.number);
  expect(history.map((entry) => entry.by)).toEqual(
    [RESIDENT, staff('S1'), staff('H3', 'handler')].map((by, i) =>
      i === 0 ? { person: 'web:r-1', role: 'resident' } : by,
    ),
  );
});

/** Another turn of the conversation is written between what this one read and what it writes, as often as told. */
const overtaken = (others: readonly Turn[]) => {
  const memory = memoryTalks<Session>();
  const waiting = [...others];
  let world: TalkWorld | undefined;
  const talks = {
    ...memory,
    append: async (record: TalkRecord<Session>) => {
      const other = waiting.shift();
      if (other && world) await takeTurn({ ...world, talks: memory, deliver: async () => undefined })(other);
      return memory.append(record);
    },
  };
  const set = setUp({ talks });
  world = set.talk;
  return set;
};

const openedIn = async (world: ReturnType<typeof smallWorld>): Promise<{ readonly case: Case }> => {
  const command = report({});
  if (command.type !== 'open') throw new Error('A report opens a case');
  const outcome = await openCase(world)(command, { id: 'x', by: RESIDENT });
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.code);
  return outcome;
};

const noticed = (id: string, at: number): Turn => ({
  v: 1,
  id,
  conversation: 'web:S1',
  correlation: 'c',
  said: {
    kind: 'notice',
    notice: {
      id,
      at,
      kind: 'verifyTask',
      number: '202609280000001',
      service: '路灯不亮',
      place: '建设路12号',
      text: '',
      photos: [],
      urgent: false,
    },
  },
});

test('what was asked of a case when a notice came in between is done once, and the notice is heard after it', async () => {
  const { say, talk, world } = overtaken([noticed('n1', 0)]);
  const { case: opened } = await openedIn(world);
  const answer = await say('web:S1', `verify ${opened.number}`, 'm1');
  expect(answer).toMatchObject({ kind: 'case', case: { version: 2 } });
  const latest = await talk.talks.latest('web:S1');
  expect(latest).toMatchObject({ turn: 'm1', session: { seen: ids('n1', 'm1') } });
  expect((await talk.talks.at('web:S1', (latest?.seq ?? 0) - 1))?.turn).toBe('n1');
  expect(await world.cases.history(opened.number)).toHaveLength(2);
});

test('words that asked nothing of a case are heard where they were said, and the notices after them', async () => {
  const { say, talk } = overtaken([noticed('n1', 0), noticed('n2', 0)]);
  expect(await say('web:S1', 'hello', 'm1')).toBe('echo hello');
  expect(await talk.talks.latest('web:S1')).toMatchObject({
    turn: 'm1',
    session: { seen: ids('n1', 'n2', 'm1') },
  });
});

/** A yes opens a case unless something came in that the person may not have seen: then it is asked again. */
const careful: Dialog = (session, turn, know, answers) => {
  if (turn.said.kind === 'notice')
    return {
      kind: 'done',
      session: { ...remember(session, turn.id, turn.at), interrupted: true },
      replies: [{ text: '有一件新任务' }],
    };
  const isYes = turn.said.kind === 'text' && turn.said.text === 'open';
  if (isYes && session?.interrupted)
    return {
      kind: 'done',
      session: remember(session, turn.id, turn.at),
      replies: [{ text: '确认提交吗？' }],
    };
  return asker(session, turn, know, answers);
};

describe('a message that failed after it had opened a case, and comes again after a notice', () => {
  const fail = async () => {
    const memory = memoryTalks<Session>();
    let failing = false;
    const append = async (record: TalkRecord<Session>) => {
      if (failing) throw new Error('killed');
      return memory.append(record);
    };
    const set = setUp({ dialog: careful, talks: { ...memory, append } });
    await set.say('web:S1', 'hello', 'm1');
    const upTo = (await set.talk.talks.latest('web:S1'))?.seq ?? 0;
    const at = set.world.now();
    const yes: Turn = {
      v: 1,
      id: 'm2',
      conversation: 'web:S1',
      correlation: 'c',
      at,
      said: { kind: 'text', text: 'open' },
    };
    failing = true;
    await expect(takeTurn(set.talk)(yes)).rejects.toThrow('killed');
    failing = false;
    await takeTurn(set.talk)(noticed('n1', at));
    set.world.clock.now += 5 * 60_000;
    return { ...set, yes, upTo };
  };

  test('means what it meant, where the page says what its person could see', async () => {
    const { talk, world, yes, upTo } = await fail();
    const record = await takeTurn(talk)({ ...yes, upTo });
    expect(record.replies[0]?.text).toMatch(/"kind":"case"/u);
    expect((await world.cases.scan()).numbers).toHaveLength(1);
    expect(record.session).toMatchObject({ interrupted: true, seen: ids('m1', 'n1', 'm2') });
    expect(await takeTurn(talk)({ ...yes, upTo })).toEqual(record);
  });

  test('is heard after the notice where nobody says', async () => {
    const { talk, yes } = await fail();
    expect((await takeTurn(talk)(yes)).replies).toEqual([{ text: '确认提交吗？' }]);
  });
});

test('what a person said on another page since is heard before, not undone', async () => {
  const { say, talk, talks } = setUp();
  await say('web:r-1', 'one', 'm1');
  const upTo = (await talks.latest('web:r-1'))?.seq ?? 0;
  await say('web:r-1', 'two', 'm2');
  await takeTurn(talk)({ ...words('web:r-1', 'three', 'm3'), upTo });
  expect((await talks.latest('web:r-1'))?.session.seen).toEqual(ids('m1', 'm2', 'm3'));
});

test('a position that is not there, or long ago, is as good as none', async () => {
  const { say, talk, talks } = setUp();
  await say('web:r-1', 'one', 'm1');
  for (const upTo of [0, 1, 999_999_999_999])
    await takeTurn(talk)({ ...words('web:r-1', 'again', `u${upTo}`), upTo });
  expect((await talks.latest('web:r-1'))?.session.seen).toEqual(ids('m1', 'u0', 'u1', 'u999999999999'));
});

test('the same message taken twice at the same moment has one record and one effect', async () => {
  const { say, talk, world, delivered } = overtaken([words('web:r-1', 'open', 'm1')]);
  await say('web:r-1', 'open', 'm1');
  expect((await world.cases.scan()).numbers).toHaveLength(1);
  const latest = await talk.talks.latest('web:r-1');
  expect(latest?.session.seen).toEqual(ids('m1'));
  expect(delivered.map(({ seq }) => seq)).toEqual([latest?.seq]);
});

test('a notice that comes again long after, when many others were heard since, is not told again', async () => {
  const { talk, talks, world } = setUp();
  const at = world.now();
  await takeTurn(talk)(noticed('n0', at));
  for (let i = 1; i <= 40; i++) await takeTurn(talk)(noticed(`n${i}`, at));
  const before = await talks.latest('web:S1');
  world.clock.now += 10 * 60_000;
  await takeTurn(talk)(noticed('n0', at));
  expect(await talks.latest('web:S1')).toEqual(before);
  await takeTurn(talk)(noticed('n41', at));
  expect((await talks.latest('web:S1'))?.turn).toBe('n41');
});

test('the correlation id of a message goes into the history of what it did', async () => {
  const { say, world } = setUp();
  const { case: opened } = await say('web:r-1', 'open', 'm1');
  expect((await world.cases.history(opened.number))[0]?.correlation).toBe('c');
});

test('a record written by another at the same time is a fault for the queue, and nothing is lost', async () => {
  const memory = memoryTalks<Session>();
  const { say } = setUp({ talks: { ...memory, append: async () => 'conflict' } });
  await expect(say('web:r-1', 'hello', 'm1')).rejects.toThrow('same time');
});

test('a record whose answer was lost, and which conflicts with itself when it is written again, is delivered', async () => {
  const memory = memoryTalks<Session>();
  const { say, delivered } = setUp({
    talks: {
      ...memory,
      append: async (record: TalkRecord<Session>) => {
        await memory.append(record);
        return memory.append(record);
      },
    },
  });
  await say('web:r-1', 'hello', 'm1');
  expect(delivered.map((message) => message.reply.text)).toEqual(['echo hello']);
});

test('a dialog that never stops asking is a fault', async () => {
  await expect(setUp().say('web:r-1', 'loop', 'm1')).rejects.toThrow('still asks');
});

test('a dialog that asks for what only the clock does is a fault', async () => {
  const tick: CaseCommand = { type: 'tick' };
  const { say, world } = setUp({
    dialog: () => ({ kind: 'asks', asks: [{ key: 'a', kind: 'act', number: '1', command: tick }] }),
  });
  await expect(say('web:r-1', 'x', 'm1')).rejects.toThrow('cannot ask for tick');
  expect(await commandCase(world)('1', tick, { id: 'x', by: RESIDENT })).toMatchObject({ kind: 'refused' });
});

test('a crash between 请假 and the record, and the message again after midnight: it is filed once', async () => {
  const { talk, talks, world, delivered } = setUp({ dialog: answerTurn });
  const at = Date.parse('2026-09-28T23:59:00+08:00');
  world.clock.now = at;
  await takeTurn(talk)({ ...words('web:S1', '今天请假到明天', 'm1'), at });
  const yes: Turn = { ...words('web:S1', '确认', 'm2'), at };
  const dying = { ...talk, talks: { ...talks, append: () => Promise.reject(new Error('killed')) } };
  await expect(takeTurn(dying)(yes)).rejects.toThrow('killed');
  world.clock.now += 120_000;
  await takeTurn(talk)(yes);
  expect(delivered.at(-1)?.reply.text).toContain('已登记请假');
  expect((await world.staffing.load()).staffing.leaves).toEqual([
    { person: 'S1', from: '2026-09-28', to: '2026-09-29' },
  ]);
  expect(world.staffing.lines()).toHaveLength(1);
});

test.each([
  ['with another leave filed', true],
  ['with none', false],
])(
  'a crash between 销假 and the record, and the message again, even on the next day, %s: the same one is ended',
  async (_what, other) => {
    const { talk, talks, world, delivered } = setUp({ dialog: answerTurn });
    const file = async (from: string, to: string) => fileLeave(world)({ person: 'S1', from, to }, 'S1');
    await file('2026-09-28', '2026-10-03');
    if (other) await file('2026-11-01', '2026-11-07');
    world.clock.now += 86_400_000;
    const back: Turn = { ...words('web:S1', '销假', 'm1'), at: world.clock.now };
    const dying = { ...talk, talks: { ...talks, append: () => Promise.reject(new Error('killed')) } };
    await expect(takeTurn(dying)(back)).rejects.toThrow('killed');
    world.clock.now += 86_400_000;
    await takeTurn(talk)(back);
    expect(delivered.map(({ reply }) => reply.text)).toEqual([
      expect.stringContaining('已销假（9月28日至10月3日）'),
    ]);
    const { leaves } = (await world.staffing.load()).staffing;
    expect(leaves.some(({ from }) => from === '2026-11-01')).toBe(other);
    expect(world.staffing.lines().filter(({ kind }) => kind === 'return')).toHaveLength(1);
  },
);
