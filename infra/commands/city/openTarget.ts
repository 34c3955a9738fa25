import { dynamoCityVersions } from '../../../shared/store/dynamo/dynamoCityVersions.ts';
import { clockAhead } from './clockAhead.ts';
import type { PublishTarget } from './PublishTarget.ts';
import { reachStage } from './reachStage.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import type { TargetOptions } from './Surroundings.ts';

/** The stage that a command names, to publish to. Throws `Stop` when there is none. */
export const openTarget = async (options: TargetOptions): Promise<PublishTarget> => {
  const { table, blobs, run } = reachStage(options);
  const ahead = run ? await clockAhead(run) : 0;
  return {
    name: options.stage,
    repeated: repeatedOptions(options),
    store: dynamoCityVersions(table),
    blobs,
    now: () => Date.now() + ahead,
    ...(run ? { city: run.city } : {}),
  };
};
