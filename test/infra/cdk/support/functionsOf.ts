import type { FunctionName } from '../../../../infra/functions.ts';
import type { StageName } from '../../../../infra/stage.ts';
import { type Resource, resourcesOf, stackOf, targetOf } from './assemble.ts';
import { at, type Json } from './Json.ts';

export interface BuiltFunction {
  readonly name: FunctionName;
  readonly resource: Resource;
  readonly variables: Readonly<Record<string, Json>>;
  /** `Stack.LogicalId` of its role. */
  readonly role: string;
}

/** The functions of a stage, by the name each was given. */
export const functionsOf = (stage: StageName): readonly BuiltFunction[] =>
  resourcesOf(stage, 'AWS::Lambda::Function').map((resource) => {
    const variables = at(resource.Properties, 'Environment', 'Variables') as Readonly<Record<string, Json>>;
    return {
      name: variables.POWERTOOLS_SERVICE_NAME as FunctionName,
      resource,
      variables,
      role: targetOf(stage, stackOf(resource.id), resource.Properties.Role) ?? '',
    };
  });
