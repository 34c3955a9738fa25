import type { LocalRole, LocalStatement } from '../template/LocalRole.ts';
import { type AccessRequest, type Decision, evaluate, type Grant } from './evaluate.ts';

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
    if (decision.allowed) for (const grant of decision.by) this.#usesOf(roleName).add(lineOf(grant));
    return decision;
  }

  #usesOf(roleName: string): Set<string> {
    const known = this.#used.get(roleName);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#used.set(roleName, made);
    return made;
  }

  /** What was granted and never needed: path of the role → `policy#n action resource`. Only of the services in `seen`, if given. */
  unusedGrants(seen?: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
    const unused: Record<string, readonly string[]> = {};
    for (const { name, path, statements } of this.#roles.values()) {
      const lines = statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(grantsOf)
        .filter(({ action }) => seen === undefined || seen.has(action.split(':')[0] ?? ''))
        .map(lineOf)
        .filter((line) => this.#used.get(name)?.has(line) !== true);
      if (lines.length > 0) unused[path] = lines;
    }
    return unused;
  }
}

/** CDK merges statements: each action on each resource is a grant of its own. */
const grantsOf = (statement: LocalStatement): readonly Grant[] =>
  statement.actions.flatMap((action) =>
    (statement.resources.length > 0 ? statement.resources : ['*']).map((resource) => ({
      statement,
      action,
      resource,
    })),
  );

const lineOf = ({ statement, action, resource }: Grant): string =>
  `${statement.source} ${action} ${resource}`;
