import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant, type Instant } from '../shared/domain/time/Instant.ts';

const HALF_A_DAY = 12 * 3_600_000;
const MINUTE = 60_000;

/** The example city in a folder of its own, its quiet minute far from now: what is played on the real clock is told at any hour. */
export const wakefulCity = (dir: string, now: Instant = Date.now()): string => {
  const city = join(dir, 'wakeful');
  cpSync(join(import.meta.dirname, '../cities/example'), city, { recursive: true });
  const settings = join(city, 'city.yaml');
  const quiet = [now + HALF_A_DAY, now + HALF_A_DAY + MINUTE].map((at) => formatInstant(at).slice(11, 16));
  const text = readFileSync(settings, 'utf8');
  const changed = text.replace(/quiet: \[.*?\]/u, `quiet: ${JSON.stringify(quiet)}`);
  if (changed === text) throw new Error('city.yaml of the example names no quiet hours');
  writeFileSync(settings, changed);
  return city;
};
