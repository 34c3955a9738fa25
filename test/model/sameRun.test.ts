import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { everyEvent } from '../support/everyEvent.ts';
import { replay } from '../support/replay.ts';
import { readJourney, writeJourney } from './journeyText.ts';
import { type Played, playByChance } from './playRun.ts';
import { lives } from './seekViolation.ts';

const SEED = 20_260_928;
const sample = (numRuns: number) => fc.sample(fc.tuple(lives, fc.nat()), { numRuns, seed: SEED });
const historiesOf = ({ play }: Played): string =>
  JSON.stringify([...play.watches.values()].map(({ entries }) => entries));

test('a run that is written down as a journey and played again gives the same histories to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-journey-'));
  for (const [numbers, start] of sample(60)) {
    const played = await playByChance(numbers, start);
    const text = writeJourney('again', played.run);
    expect(readJourney(text)).toEqual(played.run);
    const file = join(folder, 'again.yaml');
    writeFileSync(file, text);
    expect(historiesOf(await replay(file)) === historiesOf(played)).toBe(true);
  }
  rmSync(folder, { recursive: true });
}, 120_000);

test('random lives bring about everything that can become true of a case', async () => {
  const happened = new Set<string>();
  for (const [numbers, start] of sample(1_000)) {
    const { play } = await playByChance(numbers, start);
    for (const { entries } of play.watches.values())
      for (const { events } of entries) for (const { type } of events) happened.add(type);
  }
  expect([...happened].sort()).toEqual(Object.keys(everyEvent).sort());
}, 300_000);
