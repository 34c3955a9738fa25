import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../infra/root.ts';
import { settingsOf, stageNamed, stageNames } from '../../../infra/stage.ts';
import { placeholderBundles } from './support/synthesiseStages.ts';

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
const program = (then: string): string => `
  import { makeApp } from ${JSON.stringify(join(root, 'infra/makeApp.ts'))};
  const app = makeApp({ outDir: process.env.OUT, bundles: process.env.BUNDLES });
  ${then}
`;
const run = (environment: Record<string, string>, then: string) =>
  apart(
    { OUT: join(outDir, 'out'), BUNDLES: placeholderBundles(outDir), ...environment },
    '--input-type=module',
    '--eval',
    program(then),
  );
const stagesStack = (environment: Record<string, string>): string =>
  run(environment, "console.log(app.node.findChild('DataStack').stackName)").stdout.trim();

test('the four stacks are synthesised without an account, credentials or a network', () => {
  const { status, stderr } = run({}, 'app.synth()');
  expect([status, stderr]).toEqual([0, '']);
  const made = readdirSync(join(outDir, 'out'));
  expect(made.filter((name) => name.endsWith('.template.json')).sort()).toEqual([
    'ChannelStack.template.json',
    'DataStack.template.json',
    'ServiceStack.template.json',
    'WatchStack.template.json',
  ]);
  expect(made).not.toContain('cdk.context.json');
});

test('the stage is taken from the CDK context first, then from STAGE, and is dev where neither says', () => {
  expect(stagesStack({})).toBe('wangge-dev-data');
  expect(stagesStack({ STAGE: 'prod' })).toBe('wangge-prod-data');
  const context = { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'cn' }), STAGE: 'prod' };
  expect(stagesStack(context)).toBe('wangge-cn-data');
});

test('an unknown stage is refused with the stages there are', () => {
  const { status, stderr } = run({ STAGE: 'nowhere' }, '');
  expect(status).not.toBe(0);
  expect(stderr).toContain('Stage "nowhere" is not known. Stages: local, dev, prod, cn');
});

test('missing bundles are told with their remedy', () => {
  const { status, stderr } = run({ BUNDLES: join(outDir, 'none') }, '');
  expect(status).not.toBe(0);
  expect(stderr).toContain('infra/bundle.ts makes them');
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
