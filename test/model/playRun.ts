import { Chance, chooseStep } from './chooseStep.ts';
import { endRun } from './ending.ts';
import { NotThere, Play } from './Play.ts';
import type { Run, Step } from './Step.ts';
import { Violation } from './Violation.ts';

export interface Played {
  readonly run: Run;
  readonly violation?: Violation;
  readonly play: Play;
}

/** Where years turn, holidays fall and weekends are worked. */
const STARTS = [
  '2025-01-24 16:40',
  '2025-09-26 09:10',
  '2026-02-12 15:00',
  '2026-09-18 08:30',
  '2026-09-28 10:00',
  '2026-03-10 11:30',
  '2026-12-21 14:00',
].map((text) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`));

/** A run by chance: each step is chosen in view of what the ones before it led to. */
export const playByChance = async (
  numbers: readonly (readonly number[])[],
  start: number,
): Promise<Played> => {
  const at = STARTS[start % STARTS.length] ?? 0;
  const ending = start % 2 === 0 ? 'goodWill' : 'silence';
  const play = new Play(at);
  const steps: Step[] = [];
  const violation = await found(async () => {
    for (const chance of numbers) {
      const step = chooseStep(play, new Chance(chance));
      steps.push(step);
      await play.step(step);
    }
    await endRun(play, ending);
  });
  return { run: { at, steps, ending }, play, ...(violation ? { violation } : {}) };
};

/** The same steps again. One that has nothing to be about any more is passed over. */
export const playAgain = async (run: Run): Promise<Played> => {
  const play = new Play(run.at);
  const violation = await found(async () => {
    for (const step of run.steps)
      await play.step(step).catch((fault) => {
        if (!(fault instanceof NotThere)) throw fault;
      });
    await endRun(play, run.ending);
  });
  return { run, play, ...(violation ? { violation } : {}) };
};

const found = async (work: () => Promise<void>): Promise<Violation | undefined> => {
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (fault instanceof Violation) return fault;
    throw fault;
  }
};
