import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { type AppSettings, makeApp } from './makeApp.ts';
import type { StageName } from './stage.ts';

/**
 * Synthesises one stage into a folder. The functions must have been bundled (infra/bundle.ts).
 * Throws when a rule pack finds something that nobody has accepted with a reason.
 */
export const synthesise = (
  settings: AppSettings & { readonly stage: StageName; readonly outDir: string },
): CloudAssembly => makeApp(settings).synth();
