import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repeatedOptions } from '../../../../infra/commands/city/repeatedOptions.ts';
import { runCity } from '../../../../infra/commands/city.ts';
import { memoryCityVersions } from '../../../../shared/store/memory/memoryCity.ts';
import { smallCity } from '../../../city/smallCity.ts';
import { memoryBlobs } from '../../../support/memoryBlobs.ts';

/** A folder of the small city, a stage in memory, and the command to run on them. */
export const openDesk = async ({
  city,
  now = Date.now(),
}: {
  readonly city?: string;
  readonly now?: number;
} = {}) => {
  const dir = await mkdtemp(join(tmpdir(), 'city-'));
  const { blobs, objects } = memoryBlobs();
  const store = memoryCityVersions();
  const opened: string[] = [];
  const write = async (texts: Readonly<Record<string, string>>): Promise<string> => {
    for (const [file, text] of Object.entries(texts)) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), text);
    }
    return dir;
  };
  await write(smallCity);
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCity(args, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      open: async (options) => {
        const { stage } = options;
        opened.push(stage);
        return {
          name: stage,
          repeated: repeatedOptions(options),
          blobs,
          store,
          now: () => now,
          ...(city === undefined ? {} : { city }),
        };
      },
    });
    return { code, out, err };
  };
  return {
    dir,
    blobs,
    objects,
    store,
    opened,
    run,
    write,
    /** Publishes the folder as it stands and answers the version. */
    publish: async (): Promise<string> => {
      const { code, out } = await run('publish', dir);
      if (code !== 0) throw new Error(out.join('\n'));
      return (await store.pointer('small'))?.version ?? '';
    },
    close: () => rm(dir, { recursive: true }),
  };
};
