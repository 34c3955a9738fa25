import type { Level, LevelRange } from 'dynalite/db/index.js';

/** Keys and values of a range, as they were when reading began. */
export async function* readRange(level: Level, range: LevelRange): AsyncGenerator<[string, unknown]> {
  const iterator = level.iterator(range);
  try {
    for (let page = await iterator.nextv(64); page.length > 0; page = await iterator.nextv(64)) yield* page;
  } finally {
    await iterator.close();
  }
}
