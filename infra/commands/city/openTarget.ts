import { dynamoCityVersions } from '../../../shared/store/dynamo/dynamoCityVersions.ts';
import type { PublishTarget } from './PublishTarget.ts';
import { reachStage } from './reachStage.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import type { TargetOptions } from './Surroundings.ts';

/** The stage that a command names, to publish to. Throws `Stop` when there is none. */
export const openTarget = async (options: TargetOptions): Promise<PublishTarget> => {
  const { table, blobs, run } = reachStage(options);
  return {
    name: options.stage,
    repeated: repeatedOptions(options),
    store: dynamoCityVersions(table),
    blobs,
    ...(run ? { city: run.city } : {}),
  };
};
