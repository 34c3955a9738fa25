import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { makeApp } from './makeApp.ts';
import type { StageName } from './stage.ts';

/** Synthesises one stage into a folder. The functions must have been bundled (infra/bundle.ts). Throws when a rule pack finds something. */
export const synthesise = (options: { readonly stage: StageName; readonly outDir: string }): CloudAssembly =>
  makeApp(options).synth();
