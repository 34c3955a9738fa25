import { playAgain } from './playRun.ts';
import type { Run, Step } from './Step.ts';

/** The same promise broken in as few steps as leaving out steps, and crashes, gives. */
export const shrink = async (run: Run, law: string): Promise<Run> => {
  let best = run;
  const breaks = async (steps: readonly Step[]): Promise<boolean> => {
    const tried = { ...run, steps };
    const isSame = (await playAgain(tried)).violation?.law === law;
    if (isSame) best = tried;
    return isSame;
  };
  for (let size = Math.ceil(run.steps.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < best.steps.length; ) {
      if (!(await breaks(best.steps.toSpliced(at, size)))) at += size;
    }
  for (const [i, step] of best.steps.entries())
    if ('crash' in step) {
      const { crash: _crash, ...calm } = step;
      await breaks(best.steps.with(i, calm as Step));
    }
  // Once more, one by one: what was needed before may not be any more.
  for (let at = best.steps.length - 1; at >= 0; at--) await breaks(best.steps.toSpliced(at, 1));
  return best;
};
