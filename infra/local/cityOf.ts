import { publishCity } from '../../shared/city/publishCity.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import type { LocalStore } from './LocalStore.ts';

/** Publishes a city folder into a local run, and knows what it published last. */
export const cityOf = (store: LocalStore, clock: LocalClock) => {
  let known: Knowledge | undefined;
  return {
    know: (): Knowledge => {
      if (known) return known;
      throw new Error('No city was published by this run: give cityDir, or call publishCity');
    },
    publish: async (dir: string): Promise<string> => {
      const { city, faults } = await readCityFolder(dir);
      if (!city) throw new Error(`${dir} cannot be published:\n${faults.map(faultLine).join('\n')}`);
      const published = await publishCity(city, {
        blobs: store.cityBlobs,
        store: store.cityVersions,
        now: clock.now,
      });
      if (!published.published)
        throw new Error(`${dir} cannot be published:\n${published.faults.map(faultLine).join('\n')}`);
      known = knowCity(city);
      return published.version;
    },
  };
};

const faultLine = (fault: {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}): string => `${fault.file}:${fault.line}: ${fault.what} ${fault.remedy}`;
