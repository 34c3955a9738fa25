import fc from 'fast-check';
import { bindAccount, MOST_TRIES } from '../../shared/application/bindAccount.ts';
import { issueCode } from '../../shared/application/issueCode.ts';
import { unbindAccount } from '../../shared/application/unbindAccount.ts';
import { smallWorld } from '../support/smallWorld.ts';

const HOUR = 3_600_000;

const setUp = (first = 1) => {
  const world = smallWorld();
  let seed = first;
  const below = (n: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed >>> 8) % n;
  };
  const issue = async (person: string, days = 7): Promise<string> =>
    (await issueCode({ ...world, below })(person, days))?.code ?? '';
  let turns = 0;
  const bind = (code: string, conversation: string, turn = `t${++turns}`) =>
    bindAccount(world)(code, { conversation, turn });
  const bindings = async () => (await world.staffing.load()).staffing.bindings;
  return { world, issue, bind, bindings };
};

test('two conversations send the same code at the same time: exactly one is bound', async () => {
  for (let i = 0; i < 5; i++) {
    const { issue, bind, bindings } = setUp();
    const code = await issue('S1');
    const outcomes = await Promise.all(
      ['web:a', 'web:b', 'web:c'].map((conversation) => bind(code, conversation)),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['bound', 'wrong', 'wrong']);
    expect(['web:a', 'web:b', 'web:c']).toContain((await bindings()).S1);
  }
});

test('two people bind the same conversation at the same time: it speaks for one of them, and the other code stays good', async () => {
  const { issue, bind, bindings } = setUp();
  const [a, b] = [await issue('S1'), await issue('S2')];
  const outcomes = await Promise.all([bind(a, 'web:x'), bind(b, 'web:x')]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['another', 'bound']);
  expect(Object.keys(await bindings())).toHaveLength(1);
  const left = outcomes[0]?.kind === 'another' ? a : b;
  expect(await bind(left, 'web:y')).toMatchObject({ kind: 'bound' });
});

test('a crash anywhere, and the message again, ends bound and names the account before', async () => {
  for (let survives = 0; survives < 12; survives++) {
    const { world, issue, bindings } = setUp();
    const code = await issue('S1');
    let left = survives;
    const dies =
      <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (left-- === 0) throw new Error('killed before');
        const done = await act(...args);
        if (left-- === 0) throw new Error('killed after');
        return done;
      };
    const { codes, staffing } = world;
    const mortal = {
      ...world,
      codes: { ...codes, addTry: dies(codes.addTry), find: dies(codes.find) },
      staffing: { ...staffing, load: dies(staffing.load), save: dies(staffing.save) },
    };
    const message = { conversation: 'web:a', turn: 't1' };
    await bindAccount(mortal)(code, message).catch(() => undefined);
    expect(await bindAccount(world)(code, message)).toEqual({ kind: 'bound', person: 'S1', was: 'web:S1' });
    expect(await bindings()).toEqual({ S1: 'web:a' });
    expect(world.staffing.lines()).toHaveLength(1);
  }
});

test('a code that bound is not good again after 解绑, not even for the same conversation', async () => {
  const { world, issue, bind, bindings } = setUp();
  const code = await issue('S1');
  await bind(code, 'web:a');
  await unbindAccount(world)({ person: 'S1', conversation: 'web:a', by: 'S1' });
  expect(await bind(code, 'web:a')).toEqual({ kind: 'wrong' });
  expect(await bindings()).toEqual({});
  expect(world.staffing.lines().map(({ kind, by }) => `${kind} ${by}`)).toEqual(['bound S1', 'unbound S1']);
});

test('what is left of somebody who is not in the ledger any more gives way', async () => {
  const { world, issue, bind, bindings } = setUp();
  const line = { at: 1, kind: 'bound', person: 'gone', by: 'gone', words: '' } as const;
  await world.staffing.save(undefined, { bindings: { gone: 'web:a', S2: 'web:b' }, leaves: [] }, line);
  expect(await bind(await issue('S1'), 'web:a')).toMatchObject({ kind: 'bound' });
  expect(await bindings()).toEqual({ S1: 'web:a', S2: 'web:b' });
});

test('a used code says that it is bound only while it is', async () => {
  const { world, issue, bind } = setUp();
  const code = await issue('S1');
  await bind(code, 'web:a');
  expect(await bind(code, 'web:a')).toEqual({ kind: 'bound', person: 'S1' });
  const { name, staffing } = await world.staffing.load();
  const line = { at: 1, kind: 'unbound', person: 'S1', by: 'admin', words: '' } as const;
  await world.staffing.save(name, { ...staffing, bindings: {} }, line);
  expect(await bind(code, 'web:a')).toEqual({ kind: 'wrong' });
});

test('解绑 from an account that was replaced takes nothing from the new one', async () => {
  const { world, issue, bind, bindings } = setUp();
  await bind(await issue('S1'), 'web:a');
  await bind(await issue('S1'), 'web:b');
  const unbound = await unbindAccount(world)({ person: 'S1', conversation: 'web:a', by: 'S1' });
  expect(unbound).toEqual({ code: false });
  expect(await bindings()).toEqual({ S1: 'web:b' });
});

test('an administrator’s 解绑 makes a code that was given out worthless, too', async () => {
  const { world, issue, bind } = setUp();
  await bind(await issue('S1'), 'web:a');
  const next = await issue('S1');
  expect(await unbindAccount(world)({ person: 'S1', by: 'admin' })).toEqual({ was: 'web:a', code: true });
  expect(await bind(next, 'web:b')).toEqual({ kind: 'wrong' });
});

test('a code of somebody who is bound to nothing is taken back as well, and nothing is left to take back', async () => {
  const { world, issue, bind, bindings } = setUp();
  const code = await issue('S1');
  expect(await unbindAccount(world)({ person: 'S1', by: 'admin' })).toEqual({ code: true });
  expect(await bind(code, 'web:a')).toEqual({ kind: 'wrong' });
  expect(await bindings()).toEqual({});
  expect(await unbindAccount(world)({ person: 'S1', by: 'admin' })).toEqual({ code: false });
});

test('解绑 said again by an account that is unbound, or was replaced, leaves the next code good', async () => {
  const { world, issue, bind } = setUp();
  await bind(await issue('S1'), 'web:a');
  const own = { person: 'S1', conversation: 'web:a', by: 'S1' };
  await unbindAccount(world)(own);
  const next = await issue('S1');
  expect(await unbindAccount(world)(own)).toEqual({ code: false });
  expect(await bind(next, 'web:b')).toMatchObject({ kind: 'bound' });
});

test('nothing that is kept or written into the log of changes is a code or a whole account', async () => {
  const { world, issue, bind } = setUp();
  const given: unknown[] = [];
  const { give } = world.codes;
  Object.assign(world.codes, {
    give: async (...kept: Parameters<typeof give>) => {
      given.push(kept);
      await give(...kept);
    },
  });
  const code = await issue('S2');
  expect(given).toHaveLength(1);
  expect(JSON.stringify(given)).not.toContain(code);
  await bind(code, 'wechaty:wxid_abc123');
  expect(world.staffing.lines()).toMatchObject([
    { kind: 'bound', person: 'S2', by: 'S2', words: 'wechaty:wx…23' },
  ]);
});

describe('wrong tries', () => {
  const WRONG = 'A2BC3DE4F';

  test('of one conversation at the same time: five are looked at, no more', async () => {
    const { world, bind } = setUp();
    let looked = 0;
    const { find } = world.codes;
    Object.assign(world.codes, {
      find: async (city: string, hash: string) => {
        looked++;
        return find(city, hash);
      },
    });
    const code = await setUp(2).issue('S1');
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => bind(code, 'web:a')));
    expect(outcomes.filter(({ kind }) => kind === 'wait')).toHaveLength(30 - MOST_TRIES.conversation);
    expect(looked).toBe(MOST_TRIES.conversation);
  });

  test('over all conversations of a channel pause binding there until the hour is over, and are counted for the alarm', async () => {
    const { world, issue, bind } = setUp();
    const foreign = await setUp(2).issue('S2');
    const hour = Math.floor(world.clock.now / HOUR);
    for (let i = 0; i < MOST_TRIES.channel - 1; i++) await world.codes.addTry('web', hour, 1);
    const code = await issue('S1');
    expect(await bind(foreign, 'web:z')).toEqual({ kind: 'wrong' });
    expect(world.wrongCodes).toHaveLength(1);
    expect(await bind(code, 'web:a')).toEqual({ kind: 'wait', until: (hour + 1) * HOUR });
    expect(await bind(await issue('S2'), 'wechaty:b')).toMatchObject({ kind: 'bound' });
    world.clock.now += HOUR;
    expect(await bind(code, 'web:a')).toMatchObject({ kind: 'bound' });
  });

  test('right codes and slips of the finger take nothing from the others: a whole staff binds within an hour', async () => {
    const { world, issue, bind } = setUp();
    const hour = Math.floor(world.clock.now / HOUR);
    for (const person of ['S1', 'S2', 'D1', 'H1', 'H3']) {
      await bind(WRONG, `web:${person}-new`);
      expect(await bind(await issue(person), `web:${person}-new`)).toMatchObject({ kind: 'bound' });
      expect(await world.codes.tries(`web:${person}-new`, hour)).toBe(1);
    }
    expect(await world.codes.tries('web', hour)).toBe(0);
    expect(world.wrongCodes).toEqual([]);
  });
});

/** What a random crowd does at the same time, and what must hold whatever the order. */
describe('whatever happens in whatever order', () => {
  const person = fc.constantFrom('S1', 'S2', 'D1');
  const place = fc.constantFrom('web:a', 'web:b', 'wechaty:c', 'web:S2');
  const kind = <K extends string>(name: K) => fc.constant(name);
  const deed = fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: kind('issue'), person }) },
    { weight: 6, arbitrary: fc.record({ kind: kind('bind'), code: fc.nat(5), place, turn: fc.nat(1) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: kind('unbind'), person, place: fc.option(place, { nil: undefined }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('wait'), days: fc.integer({ min: 1, max: 3 }) }) },
  );
  type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

  /** A world whose answers come in any order: each waits for so many turns of the others as chance has it. */
  const crowd = (waits: readonly number[]) => {
    const { world, issue, bind } = setUp();
    const { codes, staffing } = world;
    const read = staffing.load;
    let calls = 0;
    const late =
      <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        for (let left = waits[calls++ % waits.length] ?? 0; left > 0; left--) await undefined;
        return act(...args);
      };
    Object.assign(codes, { find: late(codes.find), takeBack: late(codes.takeBack) });
    Object.assign(staffing, { load: late(staffing.load), save: late(staffing.save) });
    const issued: string[] = [];
    const boundBy = new Map<string, Set<string>>();
    const tryCode = async (one: Extract<Deed, { kind: 'bind' }>): Promise<void> => {
      const code = issued[one.code];
      if (code === undefined) return;
      const { kind } = await bind(code, one.place, `${one.turn}`);
      if (kind === 'bound') boundBy.set(code, (boundBy.get(code) ?? new Set()).add(one.place));
    };
    const act = async (one: Deed): Promise<void> => {
      switch (one.kind) {
        case 'issue':
          return void issued.push(await issue(one.person, 3));
        case 'bind':
          return tryCode(one);
        case 'unbind': {
          const from = one.place === undefined ? {} : { conversation: one.place };
          return void (await unbindAccount(world)({ person: one.person, by: 'admin', ...from }));
        }
        case 'wait':
          world.clock.now += one.days * 24 * HOUR;
      }
    };
    return { act, read, issued, boundBy, lines: () => staffing.lines() };
  };

  test('a person has one account at most, an account one person, and no code binds two of them', async () => {
    let bound = 0;
    const rounds = fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });
    const waits = fc.array(fc.nat(12), { minLength: 7, maxLength: 31 });
    await fc.assert(
      fc.asyncProperty(rounds, waits, async (all, chance) => {
        const { act, read, issued, boundBy, lines } = crowd(chance);
        for (const who of ['S1', 'S2', 'D1'] as const) await act({ kind: 'issue', person: who });
        for (const round of all) {
          await Promise.all(round.map(act));
          const { bindings } = (await read()).staffing;
          const where = Object.values(bindings);
          expect(new Set(where).size).toBe(where.length);
          expect(Object.entries(bindings).filter(([who, at]) => at === 'web:S2' && who !== 'S2')).toEqual([]);
        }
        for (const places of boundBy.values()) expect(places.size).toBe(1);
        const binds = lines().filter(({ kind }) => kind === 'bound').length;
        expect(binds).toBeLessThanOrEqual(issued.length);
        bound += binds;
      }),
      { numRuns: 40 },
    );
    expect(bound).toBeGreaterThan(30);
  }, 120_000);
});
