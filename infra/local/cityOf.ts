import { cities } from '../../functions/wiring/cities.ts';
import { publishCity } from '../../shared/city/publishCity.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { City } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { dateText, dayOf, type Instant } from '../../shared/domain/time/Instant.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import type { LocalStore } from './LocalStore.ts';

interface FaultLine {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

const refuse = (dir: string, faults: readonly FaultLine[]): never => {
  const lines = faults.map(({ file, line, what, remedy }) => `${file}:${line}: ${what} ${remedy}`);
  throw new Error(`${dir} cannot be published:\n${lines.join('\n')}`);
};

/** A city folder as it is to be on the day of an instant. Throws with its faults. */
export const openCityFolder = async (dir: string, at: Instant): Promise<City> => {
  const { city, faults } = await readCityFolder(dir, dateText(dayOf(at)));
  return city ?? refuse(dir, faults);
};

/** Publishes city folders into a local run, and knows what it published last. `served`: the id of the city the functions ask for. */
export const cityOf = (store: LocalStore, clock: LocalClock, served: string) => {
  let known: Knowledge | undefined;
  const { cityVersions: versions, cityBlobs: blobs } = store;
  // By this machine's own time: the local clock may stand, and what others publish or staff is to be seen all the same.
  const all = cities(served, { versions, blobs, now: () => Date.now() });

  const publish = async (dir: string): Promise<string> => {
    const city = await openCityFolder(dir, clock.now());
    if (city.id !== served)
      throw new Error(
        `This run serves the city ${served}; for ${city.id} start another: npm start -- --city ${dir}`,
      );
    const published = await publishCity(city, {
      blobs: store.cityBlobs,
      store: store.cityVersions,
      now: clock.now,
    });
    if (!published.published) {
      if (published.why === 'faults') return refuse(dir, published.faults);
      throw new Error(
        `${dir} was not published: somebody published another version at the same moment; try again`,
      );
    }
    known = knowCity(city);
    all.refresh();
    return published.version;
  };

  /** What an earlier run, or somebody since, put in force stays so; only where nothing is, the folder is published. */
  const keep = async (dir: string): Promise<void> => {
    const pointer = await store.cityVersions.pointer(served);
    if (!pointer) return void (await publish(dir));
    known = await all.current();
  };

  return {
    publish,
    keep,
    /** As the functions see it, whoever published or staffed it; half a minute late at most. */
    cities: { current: all.current, at: all.at },
    know: (): Knowledge => {
      if (known) return known;
      throw new Error('No city was published by this run: give cityDir, or call publishCity');
    },
  };
};
