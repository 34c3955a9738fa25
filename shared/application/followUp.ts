import type { Case, Joined } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import { type CaseWorld, commandCase } from './commandCase.ts';

/** Merges that may have to be followed: the other case may have been merged itself meanwhile. */
const MOST_HOPS = 20;

const SYSTEM = { person: 'merging', role: 'system' } as const;

/** `after`: the case as it was right after the entry. */
export type FollowUp = (entry: Entry, after: Case) => Promise<void>;

/**
 * What one entry brings about in other cases: those of a merged case are heard in the one it was merged into, with everybody who had
 * been merged into it before. Where that one was taken back meanwhile, this one goes on by itself. Repeating is safe.
 */
export const followUp =
  (world: CaseWorld): FollowUp =>
  async ({ number, seq, events }, after) => {
    const merged = events.find((event) => event.type === 'merged');
    if (!merged) return;
    const cases: readonly Joined[] = [{ number, reporter: after.reporter }, ...(after.joined ?? [])];
    const id = `join:${number}#${seq}`;
    let into = merged.into;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const outcome = await commandCase(world)(
        into,
        { type: 'join', child: number, cases },
        { id, by: SYSTEM },
      );
      if (outcome.kind !== 'refused') return;
      if (outcome.refusal.code === 'wrongStage') return goOnAlone(world, number, seq);
      if (outcome.refusal.code !== 'mergedInto')
        throw new Error(`${number} cannot be joined to ${into}: ${outcome.refusal.code}`);
      into = outcome.refusal.into;
    }
    throw new Error(`Case ${number}: merged more than ${MOST_HOPS} times over`);
  };

const goOnAlone = async (world: CaseWorld, number: string, seq: number): Promise<void> => {
  await commandCase(world)(number, { type: 'unmerge' }, { id: `unmerge:${number}#${seq}`, by: SYSTEM });
};
