import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { type App, type Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { makeApp } from '../../../infra/makeApp.ts';
import { acknowledge } from '../../../infra/nag/acknowledge.ts';
import { stageNames } from '../../../infra/stage.ts';
import { placeholderBundles } from './support/synthesiseStages.ts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-nag-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const appOf = (name: string, stage: (typeof stageNames)[number] = 'dev'): App =>
  makeApp({ stage, outDir: join(folder, name), bundles: placeholderBundles(folder) });

/** `path rule` of everything the packs find, accepted or not. */
const findingsIn = (app: App): readonly string[] =>
  [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack: NagPack) => {
    Reflect.set(pack, 'isAcknowledged', () => false);
    return pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${constructPath ?? ''} ${ruleName}`),
      );
  });

interface Acknowledgement {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

const acknowledgementsIn = (app: App): readonly Acknowledgement[] =>
  app.node.findAll().flatMap((construct: IConstruct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([rule, reason]) => ({
          path: construct.node.path,
          rule: rule.replace(/^annotation::/iu, ''),
          reason,
        })),
      )
      // CDK accepts a few findings of its own template checker; those are its business.
      .filter(({ rule }) => /^(?:AwsSolutions|Serverless)-/u.test(rule)),
  );

/** What was accepted and is not (or no longer) found. */
const idleIn = (app: App): readonly Acknowledgement[] => {
  const findings = findingsIn(app);
  return acknowledgementsIn(app).filter(
    ({ path, rule }) =>
      !findings.some((finding) => finding.startsWith(`${path}/`) && finding.endsWith(` ${rule}`)),
  );
};

describe.each(stageNames)('the rule packs on stage %s', (stage) => {
  const app = appOf(stage, stage);

  test('find nothing that was not accepted', () => {
    expect(() => app.synth()).not.toThrow();
  });

  test('would find every single thing that was accepted: no acceptance outlives its cause', () => {
    expect(idleIn(app)).toEqual([]);
  });

  test('are answered with a reason each time, and never for a whole stack', () => {
    const accepted = acknowledgementsIn(app);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { path, rule, reason } of accepted) {
      expect([path, rule, reason.length >= 20]).toEqual([path, rule, true]);
      expect(path.split('/').length).toBeGreaterThan(1);
    }
  });
});

test('a queue without dead letters and TLS stops the synthesis', () => {
  const app = appOf('bare');
  new Queue(app.node.findChild('ServiceStack') as Stack, 'Bare');
  expect(() => app.synth()).toThrow(/SQS queue does not require requests to use SSL/u);
  const found = findingsIn(app).filter((finding) => finding.includes('/Bare/'));
  expect(found.map((finding) => finding.split(' ')[1]).sort()).toEqual([
    'AwsSolutions-SQS3',
    'AwsSolutions-SQS4',
    'Serverless-SQSRedrivePolicy',
  ]);
});

test('an acceptance without a cause is noticed', () => {
  const app = appOf('idle');
  const table = app.node.findChild('DataStack').node.findChild('Table');
  acknowledge(table, 'AwsSolutions-DDB3', 'The table can be restored, so there is nothing to accept.');
  app.synth();
  expect(idleIn(app).map(({ path, rule }) => [path, rule])).toEqual([
    ['DataStack/Table', 'AwsSolutions-DDB3'],
  ]);
});

test('an e-mail address for the alarms, where there is one, is subscribed and passes the rule packs', () => {
  const alarmEmail = 'duty@city.example';
  const outDir = join(folder, 'mail');
  const assembly = makeApp({ stage: 'dev', outDir, bundles: placeholderBundles(folder), alarmEmail }).synth();
  const { Resources } = assembly.getStackArtifact('WatchStack').template as {
    Resources: Record<string, { Type: string }>;
  };
  expect(Object.values(Resources).filter(({ Type }) => Type === 'AWS::SNS::Subscription')).toMatchObject([
    { Properties: { Protocol: 'email', Endpoint: alarmEmail } },
  ]);
});
