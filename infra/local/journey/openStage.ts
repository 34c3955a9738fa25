import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../root.ts';
import { type LocalCloud, startLocalCloud } from '../LocalCloud.ts';
import { asJourneyCloud } from './asJourneyCloud.ts';
import type { Journey, Step } from './Journey.ts';
import { parseJourney } from './parseJourney.ts';
import { type Played, type PlayOptions, playJourney } from './playJourney.ts';

/** Where journeys are played, one after the other, each from an empty table; the machinery is started once. */
export interface Stage {
  readonly play: (journey: Journey, options: PlayOptions) => Promise<Played>;
  readonly close: () => Promise<void>;
}

export const readJourney = async (file: string): Promise<Journey> =>
  parseJourney(file, await readFile(file, 'utf8'), join(root, 'cities'));

const PUBLISHING: ReadonlySet<Step['kind']> = new Set(['publishes', 'changes', 'handsOver']);

export const openStage = (): Stage => {
  let cloud: LocalCloud | undefined;
  let dataDir: string | undefined;
  let served: string | undefined;
  let changed = false;

  const begin = async (journey: Journey): Promise<LocalCloud> => {
    const at = journey.at ?? Date.now();
    dataDir ??= await mkdtemp(join(tmpdir(), 'wangge-journey-'));
    if (cloud && served !== journey.cityDir) {
      await cloud.stop();
      cloud = undefined;
    }
    served = journey.cityDir;
    cloud ??= await startLocalCloud({ dataDir, frozenAt: at, cityDir: journey.cityDir });
    // The journey before may have put another version in force.
    await cloud.reset(at, changed ? journey.cityDir : undefined);
    changed = false;
    return cloud;
  };

  return {
    play: async (journey, options) => {
      const playing = await begin(journey);
      changed = journey.steps.some(({ kind }) => PUBLISHING.has(kind));
      const places = { folder: journey.cityDir, copies: dataDir ?? tmpdir() };
      return playJourney(asJourneyCloud(playing, places), journey, options);
    },
    close: async () => {
      await cloud?.stop();
      if (dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
};
