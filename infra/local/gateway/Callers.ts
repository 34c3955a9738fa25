import { createHmac } from 'node:crypto';
import { LOCAL } from '../template/LOCAL.ts';
import type { LocalFunction } from '../template/LocalFunction.ts';
import type { Credentials } from './types.ts';

/** Whoever may call: one of the functions, or the local run itself. */
export interface Caller {
  readonly name: string;
  /** Undefined for `admin`, who may do everything. */
  readonly roleName: string | undefined;
  /** As AWS names it in refusals. */
  readonly arn: string;
  readonly credentials: Credentials;
}

type Taker = Pick<LocalFunction, 'name' | 'roleName'>;

/** Gives every function credentials of its own, the same on every start of one seed, and finds who a key belongs to. */
export class Callers {
  readonly #byName = new Map<string, Caller>();
  readonly #byKey = new Map<string, Caller>();

  constructor(functions: readonly Taker[], seed: string) {
    for (const { name, roleName } of functions) this.#add(name, roleName, seed);
    this.#add('admin', undefined, seed);
  }

  #add(name: string, roleName: string | undefined, seed: string): void {
    const digest = (purpose: string): string =>
      createHmac('sha256', seed).update(`${purpose} ${name}`).digest('hex');
    const credentials = {
      accessKeyId: `LOCAL${digest('key').slice(0, 15).toUpperCase()}`,
      secretAccessKey: digest('secret'),
    };
    const who = roleName === undefined ? `iam::${LOCAL.account}:user/${name}` : undefined;
    const session = `sts::${LOCAL.account}:assumed-role/${roleName}/${name}`;
    const caller = { name, roleName, arn: `arn:${LOCAL.partition}:${who ?? session}`, credentials };
    this.#byName.set(name, caller);
    this.#byKey.set(credentials.accessKeyId, caller);
  }

  named(name: string): Caller {
    const caller = this.#byName.get(name);
    if (caller === undefined) throw new Error(`Gateway: no function ${name}`);
    return caller;
  }

  withKey(accessKeyId: string): Caller | undefined {
    return this.#byKey.get(accessKeyId);
  }
}
