import type { RunningCloud } from '../../local/runFile.ts';

/** How far the clock of a local run is ahead of this machine's, in ms: it can be moved, and what is published or issued there is of its time. */
export const clockAhead = async ({ url }: RunningCloud): Promise<number> => {
  const answer = await fetch(`${url}/local/state`);
  const { clock } = (await answer.json()) as { readonly clock: { readonly now: number } };
  return clock.now - Date.now();
};
