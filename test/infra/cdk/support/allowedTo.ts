import type { StageName } from '../../../../infra/stage.ts';
import { flat, resourcesOf, stackOf, targetOf } from './assemble.ts';
import { at, type Json } from './Json.ts';

export interface Statement {
  readonly actions: readonly string[];
  /** As written, with references as `<Stack.LogicalId>`. */
  readonly resources: readonly string[];
  readonly conditions: Json | undefined;
}

/** What a role is allowed, statement by statement. Throws where the template denies: nothing here should need it. */
export const allowedTo = (stage: StageName, role: string): readonly Statement[] =>
  resourcesOf(stage, 'AWS::IAM::Policy')
    .filter(({ id, Properties }) => targetOf(stage, stackOf(id), at(Properties, 'Roles', 0)) === role)
    .flatMap(({ id, Properties }) =>
      many(at(Properties, 'PolicyDocument', 'Statement')).map((statement) => {
        if (at(statement, 'Effect') !== 'Allow') throw new Error(`${id} has a statement that does not allow`);
        return {
          actions: many(at(statement, 'Action')) as readonly string[],
          resources: many(at(statement, 'Resource')).map((resource) => flat(stage, stackOf(id), resource)),
          conditions: at(statement, 'Condition'),
        };
      }),
    );

/** One `action` and one `resource` each. */
export const pairsOf = (statements: readonly Statement[]) =>
  statements.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((resource) => ({ action, resource }))),
  );

const many = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as Json];
