/** Policies of one role: what a function may do. */
export interface LocalRole {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly statements: readonly LocalStatement[];
}

/** One statement of a policy, resolved. */
export interface LocalStatement {
  /** `<stack>/<logicalId>#<n>` of the policy it comes from. */
  readonly source: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Operator → context key → accepted values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
