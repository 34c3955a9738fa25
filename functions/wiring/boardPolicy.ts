import type { BoardPolicy } from '../../shared/domain/board/BoardPolicy.ts';

/** Whatever is not `full` shows less. */
export const namesShown = (setting: string): BoardPolicy['names'] =>
  setting === 'full' ? 'full' : 'surname';

/** What this deployment posts of its people: infra/stage.ts. */
export const boardPolicy = (env: {
  readonly BOARD_NAMES: string;
  readonly BOARD_PHONES: string;
}): BoardPolicy => ({ names: namesShown(env.BOARD_NAMES), phones: env.BOARD_PHONES === 'own' });
