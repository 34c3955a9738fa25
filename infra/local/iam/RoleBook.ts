import type { LocalRole } from '../template/types.ts';
import { type AccessRequest, type Decision, evaluate } from './evaluate.ts';

/** The roles of a template: decides, and remembers which grants were ever needed. */
export class RoleBook {
  readonly #roles: ReadonlyMap<string, LocalRole>;
  readonly #used = new Map<string, Set<string>>();

  constructor(roles: readonly LocalRole[]) {
    this.#roles = new Map(roles.map((role) => [role.name, role]));
  }

  role(name: string): LocalRole {
    const role = this.#roles.get(name);
    if (role === undefined) throw new Error(`IAM: no function takes the role ${name}`);
    return role;
  }

  evaluate(roleName: string, request: AccessRequest): Decision {
    const decision = evaluate(this.role(roleName).statements, request);
    if (decision.allowed)
      for (const { statement, action } of decision.by)
        this.#usesOf(roleName).add(`${statement.source} ${action}`);
    return decision;
  }

  #usesOf(roleName: string): Set<string> {
    const known = this.#used.get(roleName);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#used.set(roleName, made);
    return made;
  }

  /** Actions granted and never needed: path of the role → `policy#n action`. Only of the services in `seen`, if given. */
  unusedGrants(seen?: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
    const unused: Record<string, readonly string[]> = {};
    for (const { name, path, statements } of this.#roles.values()) {
      const lines = statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(({ source, actions }) => actions.map((action) => ({ line: `${source} ${action}`, action })))
        .filter(({ action }) => seen === undefined || seen.has(action.split(':')[0] ?? ''))
        .filter(({ line }) => this.#used.get(name)?.has(line) !== true)
        .map(({ line }) => line);
      if (lines.length > 0) unused[path] = lines;
    }
    return unused;
  }
}
