import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../../infra/root.ts';
import { FakeDoor, SECRET } from './support/FakeDoor.ts';
import { until } from './support/until.ts';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

interface Run {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

const run = (file: string, env: Record<string, string>): Run => {
  const child = spawn(process.execPath, [join(root, 'bots/channels/wechaty', file)], {
    env: { PATH: process.env.PATH ?? '', ...env },
    cwd: tmpdir(),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  return {
    process: child,
    output: () => output,
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
};

const healthOf = async (port: number) => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return { status: response.status, ...((await response.json()) as object) };
};

describe('the host as a process', () => {
  let spoolDir: string;
  let port: number;
  let door: FakeDoor;
  const env = (more: Record<string, string> = {}) => ({
    DOOR_URL: door.url,
    HOST_SECRET: SECRET,
    WECHATY_PUPPET: 'wechaty-puppet-mock',
    SPOOL_DIR: spoolDir,
    PORT: String(port),
    ...more,
  });
  const answers = () =>
    until(() =>
      healthOf(port).then(
        () => true,
        () => false,
      ),
    );

  beforeEach(async () => {
    door = await new FakeDoor().open();
    spoolDir = await mkdtemp(join(tmpdir(), 'wangge-host-'));
    port = await freePort();
  });
  afterEach(async () => {
    await door.close();
    await rm(spoolDir, { recursive: true, force: true });
  });

  test('starts any puppet by its name, tells that nobody is logged in, and ends on SIGTERM', async () => {
    const host = run('host.ts', env());
    await answers();
    expect(await healthOf(port)).toMatchObject({ status: 503, ok: false, login: 'starting', stuck: false });
    const check = run('health.ts', { PORT: String(port) });
    expect(await check.ended).toBe(0);
    await until(() => host.output().includes('"started"'));
    const begun = performance.now();
    host.process.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await readdir(spoolDir)).toContain('heard');
    expect(await run('health.ts', { PORT: String(port) }).ended).toBe(1);
  });

  test('names every variable that is missing, and ends', async () => {
    const host = run('host.ts', { HOST_SECRET: 'short' });
    expect(await host.ended).toBe(1);
    for (const name of ['DOOR_URL', 'HOST_SECRET', 'WECHATY_PUPPET']) expect(host.output()).toContain(name);
    expect(host.output()).not.toContain('"short"');
  });

  test('does not start with a puppet that lets anybody speak as anybody', async () => {
    const host = run('host.ts', env({ WECHATY_PUPPET: 'wechaty-puppet-official-account' }));
    expect(await host.ended).toBe(1);
    expect(host.output()).toContain('checks no signature');
  });

  test('ends with the reason when the puppet is not installed', async () => {
    const host = run('host.ts', env({ WECHATY_PUPPET: 'wechaty-puppet-nowhere' }));
    expect(await host.ended).toBe(1);
    expect(host.output()).toContain('wechaty-puppet-nowhere');
  });

  test('waits for the settings of the service puppet, in good health for whoever deploys it', async () => {
    const host = run('host.ts', env({ WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_TOKEN: 'a-token' }));
    await answers();
    expect(await healthOf(port)).toMatchObject({ status: 503, login: 'unset', stuck: false });
    expect(host.output()).toMatch(/WECHATY_PUPPET_SERVICE_ENDPOINT.*WECHATY_PUPPET_SERVICE_TLS_CA_CERT/u);
    expect(await run('health.ts', { PORT: String(port) }).ended).toBe(0);
    host.process.kill('SIGTERM');
    expect(await host.ended).toBe(0);
  });

  test('warns of puppets that drive a personal account', async () => {
    const { hostSettings } = await import('../../../../bots/channels/wechaty/hostSettings.ts');
    const warned = (name: string) => hostSettings(env({ WECHATY_PUPPET: name })).warnings.length > 0;
    expect(['padlocal', 'wechat4u', 'xp'].map((name) => warned(`wechaty-puppet-${name}`))).toEqual([
      true,
      true,
      true,
    ]);
    expect(warned('wechaty-puppet-service')).toBe(false);
    expect(warned('@juzibot/wechaty-puppet-wxwork')).toBe(false);
  });
});
