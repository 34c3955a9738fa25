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

interface Unbound {
  /** Where they were bound. */
  readonly was?: string;
  /** Whether a code was made worthless that could still have bound an account. */
  readonly code: boolean;
}

/** The person is reached where the ledger says again, and a code that was given to them is worthless. */
export const unbindAccount =
  (world: StaffingWorld & { readonly codes: Pick<CodeStore, 'takeBack'> }) =>
  async ({ person, conversation, by }: Unbind): Promise<Unbound> => {
    const { city } = await world.cities.current();
    // First the code: used at this moment, it would bind again what is being unbound. Who is bound to nothing may have one, too.
    let code = conversation === undefined && (await world.codes.takeBack(city.id, person, world.now()));
    let unbound: string | undefined;
    await changeStaffing(world)(async (before) => {
      const { [person]: where, ...bindings } = before.bindings;
      unbound = conversation === undefined || where === conversation ? where : undefined;
      if (unbound === undefined) return { kind: 'unchanged' };
      // Only now: an account that was replaced, or says it again, takes no code from the next one.
      if (conversation !== undefined) code = await world.codes.takeBack(city.id, person, world.now());
      return {
        kind: 'changed',
        after: { ...before, bindings },
        line: { kind: 'unbound', person, by, words: maskConversation(unbound) },
      };
    });
    return { code, ...(unbound === undefined ? {} : { was: unbound }) };
  };
