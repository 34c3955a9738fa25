import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import { publishCity } from '../../../shared/city/publishCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import type { PublishTarget } from './PublishTarget.ts';
import { loadVersion } from './publishedVersion.ts';
import { tellFaults } from './readChecked.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import { Stop } from './Stop.ts';
import type { Surroundings, TargetOptions } from './Surroundings.ts';
import { tellChanges } from './tellChanges.ts';
import { unreached } from './unreached.ts';

interface How {
  readonly target: PublishTarget;
  readonly options: TargetOptions;
  /** Every change, not only how many. */
  readonly verbose: boolean;
}

/** Says what a city changes against the version in force, and makes it the version in force; says how to go back. */
export const putInForce = async (city: City, how: How, around: Surroundings): Promise<number> => {
  try {
    return await tellAndPublish(city, how, around);
  } catch (error) {
    const why = unreached(error);
    if (why === undefined) throw error;
    const look = `npm run city -- history ${city.id}${how.target.repeated}`;
    // It may have been written before the answer was lost.
    throw new Stop(`连不上 ${how.target.name}（${why}）：没有确认已发布，先用 history 看：${look}`, 1, error);
  }
};

const tellAndPublish = async (city: City, how: How, around: Surroundings): Promise<number> => {
  const { target, options } = how;
  const before = (await target.store.pointer(city.id))?.version;
  if (before !== undefined && before !== city.version) await tellDifference(before, city, how, around);
  around.err('正在检查并写入……');
  const result = await publishCity(
    city,
    { blobs: target.blobs, store: target.store, now: target.now },
    { version: before },
  );
  if (!result.published) {
    if (result.why === 'faults') tellFaults(result.faults, around);
    else {
      const look = before === undefined ? `history ${city.id}` : `diff ${before} current --city ${city.id}`;
      around.err(
        `刚才有人发布了另一个版本，请先看 diff 再发布：npm run city -- ${look}${repeatedOptions(options)}`,
      );
    }
    return 1;
  }
  const done = result.changed ? '已发布' : '已经是现行版本，没有变化';
  around.out(`${city.name}（${city.id}）${result.version} ${done}：${target.name}，${result.bytes} 字节`);
  if (!result.changed || before === undefined) return 0;
  around.out('在办的件不变，仍按立案时的版本；新件按这个版本');
  around.out(`要退回去：npm run city -- republish ${city.id} ${before}${repeatedOptions(options)}`);
  return 0;
};

/** When the version in force cannot be read, that is said, and no reason to stop: publishing must be able to heal it. */
const tellDifference = async (
  before: string,
  city: City,
  { target, verbose }: How,
  around: Surroundings,
): Promise<void> => {
  around.err('正在与现行版本比较……');
  try {
    const changes = diffCity(await loadVersion(target, city.id, before), city);
    around.out(`与现行版本 ${before} 相比${changes.length === 0 ? '只有书写次序不同' : '：'}`);
    tellChanges(changes, around.out, { lines: verbose });
    if (!verbose && changes.length > 0) around.out('逐条看：加上 --verbose');
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    around.err(`没法与现行版本比较：${error.message}`);
  }
};
