import type { LocalStatement } from '../template/LocalRole.ts';
import { type Context, conditionsHold } from './conditionsHold.ts';
import { matchesAction, matchesArn } from './matchesPattern.ts';

export interface AccessRequest {
  /** `dynamodb:GetItem`. */
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** One action of one statement, on one of its resources, that let a request pass. */
export interface Grant {
  readonly statement: LocalStatement;
  readonly action: string;
  readonly resource: string;
}

export type Decision =
  | { readonly allowed: true; readonly by: readonly Grant[] }
  | {
      readonly allowed: false;
      /** `explicit`: a statement denies it. `implicit`: none allows it. */
      readonly reason: 'explicit' | 'implicit';
      readonly statement?: LocalStatement;
    };

/** The pattern by which a statement speaks of an action; `*` for what `NotAction` leaves. */
const actionOf = ({ actions, notActions }: LocalStatement, action: string): string | undefined => {
  if (notActions.length > 0) return notActions.some((one) => matchesAction(one, action)) ? undefined : '*';
  return actions.find((one) => matchesAction(one, action));
};

/** The same for the resource. */
const resourceOf = ({ resources, notResources }: LocalStatement, resource: string): string | undefined => {
  if (notResources.length > 0) return notResources.some((one) => matchesArn(one, resource)) ? undefined : '*';
  return resources.find((one) => matchesArn(one, resource));
};

const grantOf = (statement: LocalStatement, request: AccessRequest): Grant | undefined => {
  const action = actionOf(statement, request.action);
  const resource = resourceOf(statement, request.resource);
  if (action === undefined || resource === undefined) return undefined;
  return conditionsHold(statement.conditions, request.context) ? { statement, action, resource } : undefined;
};

/**
 * What AWS would say to one request of a principal with these identity policies: a denial wins, else an allowance is needed.
 * Resource policies and boundaries are not looked at: within one account they cannot take the place of a missing grant here.
 */
export const evaluate = (statements: readonly LocalStatement[], request: AccessRequest): Decision => {
  const matching = statements
    .map((statement) => grantOf(statement, request))
    .filter((one) => one !== undefined);
  const denial = matching.find((one) => one.statement.effect === 'Deny');
  if (denial !== undefined) return { allowed: false, reason: 'explicit', statement: denial.statement };
  return matching.length > 0 ? { allowed: true, by: matching } : { allowed: false, reason: 'implicit' };
};
