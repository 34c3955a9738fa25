import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type StackProps, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { root } from './root.ts';
import { ChannelStack } from './stacks/ChannelStack.ts';
import { DataStack } from './stacks/DataStack.ts';
import { ServiceStack } from './stacks/ServiceStack.ts';
import { WatchStack } from './stacks/WatchStack.ts';
import { type StageName, settingsOf, stageNamed } from './stage.ts';

export interface AppSettings {
  /** Absent: the context `stage`, then the variable STAGE, then `dev`. */
  readonly stage?: StageName;
  readonly outDir?: string;
  /** Folder of the functions' bundles; `dist/functions` when absent. */
  readonly bundles?: string;
  /** Who gets the alarms. Absent: the context `alarmEmail`, then what the stage says. */
  readonly alarmEmail?: string;
}

/** The four stacks of one stage. Needs no account and no network: an environment is named only where the stage fixes it. */
export const makeApp = ({ stage, outDir, bundles = bundled, alarmEmail }: AppSettings = {}): App => {
  const app = new App({ context: behaviour(), ...(outDir === undefined ? {} : { outdir: outDir }) });
  const name = stage ?? stageNamed(String(app.node.tryGetContext('stage') ?? process.env.STAGE ?? 'dev'));
  if (!existsSync(bundles)) throw new Error(`No bundles in ${bundles}: infra/bundle.ts makes them.`);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));

  const email = alarmEmail ?? app.node.tryGetContext('alarmEmail') ?? settingsOf(name).alarmEmail;
  const data = new DataStack(app, 'DataStack', name, named(name, 'data'));
  const service = new ServiceStack(app, 'ServiceStack', name, { ...named(name, 'service'), data, bundles });
  new WatchStack(app, 'WatchStack', name, { ...named(name, 'watch'), data, service, email });
  new ChannelStack(app, 'ChannelStack', name, { ...named(name, 'channel'), data, service });
  return app;
};

const bundled = join(root, 'dist/functions');

const named = (stage: StageName, part: string): StackProps => {
  const { region } = settingsOf(stage);
  return {
    stackName: `wangge-${stage}-${part}`,
    description: `Wangge ${stage}: ${part}`,
    ...(region === undefined ? {} : { env: { region } }),
  };
};

/** The feature flags of cdk.json, so that a synthesis without the CDK command line is the same. */
const behaviour = (): Record<string, unknown> =>
  (JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> }).context;
