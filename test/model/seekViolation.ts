import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeJourney } from './journeyText.ts';
import { playByChance } from './playRun.ts';
import { shrink } from './shrink.ts';
import type { Violation } from './Violation.ts';

/** A promise that was broken, and how to see it again. */
interface Found {
  readonly law: string;
  readonly runs: number;
  readonly seed: number;
  /** The shortest run that breaks it, as a journey, and where that lies. */
  readonly journey: string;
  readonly file: string;
  readonly words: string;
}

/** One step's chances. */
const chances = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
export const lives = fc.array(chances, { minLength: 20, maxLength: 40, size: 'max' });

/** Random people, commands, clocks and crashes, so many times over; what breaks a promise, if anything does. */
export const seekViolation = async (settings: {
  readonly runs: number;
  readonly seed?: number;
}): Promise<Found | undefined> => {
  let last: Violation | undefined;
  const details = await fc.check(
    fc.asyncProperty(lives, fc.nat(), async (numbers, start) => {
      last = (await playByChance(numbers, start)).violation;
      return last === undefined;
    }),
    // It is shrunk by leaving out steps, which keeps what the others do.
    {
      numRuns: settings.runs,
      endOnFailure: true,
      ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    },
  );
  if (!details.failed) return undefined;
  if (!details.counterexample || !last)
    throw new Error('a run failed outside the model', { cause: details.errorInstance });
  const { law } = last;
  const { run } = await playByChance(...details.counterexample);
  const journey = writeJourney(law, await shrink(run, law));
  const file = join(mkdtempSync(join(tmpdir(), 'wangge-journey-')), 'broken.yaml');
  writeFileSync(file, journey);
  return { law, runs: details.numRuns, seed: details.seed, journey, file, words: last.message };
};
