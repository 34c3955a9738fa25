import { maskConversation } from '../domain/privacy/maskConversation.ts';
import { changeStaffing, type StaffingWorld } from './changeStaffing.ts';
import type { CodeStore } from './cityPorts.ts';

interface Unbind {
  readonly person: string;
  /** Only if the person is bound to this conversation: one that was replaced takes nothing away from the new one. */
  readonly conversation?: string;
  /** The person themself, or `admin`. */
  readonly by: string;
}

/** The person is reached where the ledger says again, and a code that was given to them is worthless. Answers where they were bound. */
export const unbindAccount =
  (world: StaffingWorld & { readonly codes: Pick<CodeStore, 'takeBack'> }) =>
  async ({ person, conversation, by }: Unbind): Promise<string | undefined> => {
    let unbound: string | undefined;
    await changeStaffing(world)(async (before, { city }) => {
      const { [person]: where, ...bindings } = before.bindings;
      unbound = conversation === undefined || where === conversation ? where : undefined;
      if (unbound === undefined) return { kind: 'unchanged' };
      // First the code: used at this moment, it would bind again what is being unbound.
      await world.codes.takeBack(city.id, person);
      return {
        kind: 'changed',
        after: { ...before, bindings },
        line: { kind: 'unbound', person, by, words: maskConversation(unbound) },
      };
    });
    return unbound;
  };
