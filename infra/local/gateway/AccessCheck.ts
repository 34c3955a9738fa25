import type { Context } from '../iam/conditionsHold.ts';
import type { RoleBook } from '../iam/RoleBook.ts';
import { LOCAL } from '../template/LOCAL.ts';
import type { Caller } from './Callers.ts';

/** One permission a call needs. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** Through which service a key is used: `kms:ViaService`. */
  readonly via?: string;
  /** Counts as used when granted, but a call does not fail without it. */
  readonly optional?: true;
}

export interface Denial {
  readonly action: string;
  readonly resource: string;
  /** As AWS words it. */
  readonly message: string;
}

/** Decides by the caller's role whether a call may pass. */
export class AccessCheck {
  readonly #roles: RoleBook;

  constructor(roles: RoleBook) {
    this.#roles = roles;
  }

  /** The first need that is not met; undefined when the call may pass. */
  denial(caller: Caller, needs: readonly Need[]): Denial | undefined {
    const { roleName } = caller;
    if (roleName === undefined) return undefined;
    for (const need of needs) {
      const { action, resource } = need;
      const decision = this.#roles.evaluate(roleName, { action, resource, context: contextOf(caller, need) });
      if (decision.allowed || need.optional === true) continue;
      const because =
        decision.reason === 'explicit'
          ? 'with an explicit deny in an identity-based policy'
          : `because no identity-based policy allows the ${action} action`;
      const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
      return { action, resource, message };
    }
    return undefined;
  }
}

const contextOf = (caller: Caller, need: Need): Context => ({
  // The road is plain HTTP on loopback; what rules about TLS ask for is met in the cloud.
  'aws:SecureTransport': ['true'],
  'aws:PrincipalArn': [caller.arn],
  'aws:PrincipalAccount': [LOCAL.account],
  'aws:ResourceAccount': [LOCAL.account],
  'aws:RequestedRegion': [LOCAL.region],
  'kms:ViaService': need.via === undefined ? undefined : [`${need.via}.${LOCAL.region}.${LOCAL.urlSuffix}`],
});

/** Use of a customer's key through a service; nothing when there is no such key. */
export const keyNeeds = (
  keyArn: string | undefined,
  via: string,
  actions: readonly string[],
): readonly Need[] =>
  keyArn === undefined ? [] : actions.map((action) => ({ action: `kms:${action}`, resource: keyArn, via }));
