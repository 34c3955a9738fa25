import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../infra/root.ts';
import { settingsOf, stageNamed, stageNames } from '../../../infra/stage.ts';
import { placeholderBundles } from './support/assemble.ts';

const outDir = mkdtempSync(join(tmpdir(), 'wangge-app-'));
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** A fresh process that has nothing of AWS, and in which every attempt to reach a network ends it. */
const apart = (environment: Record<string, string>, ...words: readonly string[]) => {
  const wall = [
    "import net from 'node:net'; import dns from 'node:dns';",
    "const stop = () => { console.error('reached for the network'); process.exit(99); };",
    'net.Socket.prototype.connect = stop; dns.lookup = stop; dns.promises.lookup = stop;',
  ].join(' ');
  return spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(wall)}`, ...words],
    {
      cwd: outDir,
      env: { PATH: '/usr/bin:/bin', HOME: '/nowhere', ...environment },
      encoding: 'utf8',
    },
  );
};
const synthesised = `
  import { makeApp } from ${JSON.stringify(join(root, 'infra/makeApp.ts'))};
  makeApp({ outDir: process.env.OUT, bundles: process.env.BUNDLES }).synth();
`;
const synthesise = (environment: Record<string, string>, out: string) =>
  apart(
    { OUT: join(outDir, out), BUNDLES: placeholderBundles(), ...environment },
    '--input-type=module',
    '--eval',
    synthesised,
  );
const stackNames = (out: string): string[] => {
  const manifest = JSON.parse(readFileSync(join(outDir, out, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, { type: string; properties?: { stackName?: string } }>;
  };
  return Object.values(manifest.artifacts)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .map(({ properties }) => properties?.stackName ?? '')
    .sort();
};

test('the four stacks are synthesised without an account, credentials or a network', () => {
  const { status, stderr } = synthesise({}, 'plain');
  expect([status, stderr]).toEqual([0, '']);
  expect(stackNames('plain')).toEqual([
    'wangge-dev-channel',
    'wangge-dev-data',
    'wangge-dev-service',
    'wangge-dev-watch',
  ]);
  expect(readdirSync(join(outDir, 'plain'))).not.toContain('cdk.context.json');
});

test('the stage is taken from the CDK context first, then from STAGE', () => {
  expect(synthesise({ STAGE: 'prod' }, 'fromStage').status).toBe(0);
  expect(stackNames('fromStage')).toContain('wangge-prod-data');
  const context = { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'cn' }), STAGE: 'prod' };
  expect(synthesise(context, 'fromContext').status).toBe(0);
  expect(stackNames('fromContext')).toContain('wangge-cn-data');
});

test('an unknown stage is refused with the stages there are', () => {
  const { status, stderr } = apart({ STAGE: 'nowhere' }, join(root, 'infra/app.ts'));
  expect(status).not.toBe(0);
  expect(stderr).toContain('Stage "nowhere" is not known. Stages: local, dev, prod, cn');
});

test('missing bundles are told with their remedy', () => {
  const { status, stderr } = synthesise({ BUNDLES: join(outDir, 'none') }, 'unbundled');
  expect(status).not.toBe(0);
  expect(stderr).toContain('npm run bundle');
});

test('the stages are local, dev, prod and cn, and names of objects are not stages', () => {
  expect(stageNames).toEqual(['local', 'dev', 'prod', 'cn']);
  for (const name of ['toString', 'constructor', '', 'Prod']) {
    expect(() => stageNamed(name)).toThrow(/Stages: local, dev, prod, cn/u);
  }
});

test('a stage for a city of 20 million is warm for its worst day', () => {
  for (const name of ['prod', 'cn'] as const) {
    expect(settingsOf(name).warm.writes).toBeGreaterThanOrEqual(10_000);
    expect(settingsOf(name).reserveConcurrency).toBe(true);
  }
});
