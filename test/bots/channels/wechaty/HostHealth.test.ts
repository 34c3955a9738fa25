import { HostHealth } from '../../../../bots/channels/wechaty/HostHealth.ts';

describe('the health of the host', () => {
  const minute = 60_000;
  const make = () => {
    let now = 0;
    return { health: new HostHealth(() => now), pass: (ms: number) => (now += ms) };
  };
  const well = () => {
    const made = make();
    made.health.login('in');
    made.health.door('fetching', 'open');
    made.health.fetched();
    return made;
  };

  test('is good when logged in and fetching, with nothing posted yet', () => {
    expect(well().health.report()).toMatchObject({ ok: true, login: 'in', door: 'open', stuck: false });
  });

  test('is bad, without being stuck, while the door is down or refuses, and while a code waits to be scanned', () => {
    for (const way of ['posting', 'fetching'] as const)
      for (const state of ['down', 'refused'] as const) {
        const { health } = well();
        health.door(way, state);
        expect(health.report()).toMatchObject({ ok: false, door: state, stuck: false });
      }
    const { health, pass } = make();
    health.login('scan');
    pass(60 * minute);
    expect(health.report()).toMatchObject({ ok: false, login: 'scan', stuck: false });
  });

  test('is stuck when no login comes for two minutes, or fetching has fallen silent', () => {
    const starting = make();
    starting.pass(2 * minute + 1);
    expect(starting.health.report().stuck).toBe(true);
    const out = well();
    out.health.login('out');
    expect(out.health.report()).toMatchObject({ ok: false, stuck: false });
    out.pass(2 * minute + 1);
    expect(out.health.report().stuck).toBe(true);
    const silent = well();
    silent.pass(2 * minute + 1);
    expect(silent.health.report()).toMatchObject({ ok: false, stuck: true });
  });
});
