import type { Json } from './Json.ts';
import type { LocalRole, LocalStatement } from './LocalRole.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';
import { rolePaths } from './readFunctions.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;
type Members = { readonly [key: string]: Json };

/** Managed policies of AWS that grant nothing the local run can see: logs, traces and network interfaces. */
const WITHOUT_EFFECT_HERE =
  /:iam::aws:policy\/(service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role|AWSXRayDaemonWriteAccess|CloudWatchLambdaInsightsExecutionRolePolicy|CloudWatchLambdaApplicationSignalsExecutionRolePolicy)$/u;

const texts = (value: Json | undefined): readonly string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

const conditionsOf = (value: Json | undefined): LocalStatement['conditions'] =>
  Object.fromEntries(
    Object.entries((value ?? {}) as { readonly [operator: string]: Members }).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, accepted]) => [key, texts(accepted)])),
    ]),
  );

const statementsOf = (source: string, document: Json | undefined): readonly LocalStatement[] => {
  const statements = ((document ?? {}) as Members).Statement ?? [];
  return ((Array.isArray(statements) ? statements : [statements]) as readonly Members[]).map(
    (statement, index) => ({
      source: `${source}#${index}`,
      effect: statement.Effect === 'Deny' ? 'Deny' : 'Allow',
      actions: texts(statement.Action),
      notActions: texts(statement.NotAction),
      resources: texts(statement.Resource),
      notResources: texts(statement.NotResource),
      conditions: conditionsOf(statement.Condition),
    }),
  );
};

interface Attached {
  /** Names of roles, or ARNs of managed policies. */
  readonly to: readonly string[];
  readonly arn: string;
  readonly statements: readonly LocalStatement[];
}

const attachedOf = (template: Template, type: string, wanted: ReadonlySet<string>): readonly Attached[] =>
  template.resources(type).flatMap((resource) => {
    const properties = new Properties(template, resource);
    const to = properties.texts('Roles');
    // Policies of other roles may speak of resources the local run does not know; nobody asks for them here.
    if (type === 'AWS::IAM::Policy' && !to.some((role) => wanted.has(role))) return [];
    return [
      {
        to,
        arn: properties.ref,
        statements: statementsOf(properties.path, properties.json('PolicyDocument')),
      },
    ];
  });

const inlineOf = (role: Properties): readonly LocalStatement[] =>
  role
    .list<Members>('Policies')
    .flatMap((policy, index) => statementsOf(`${role.path}.Policies[${index}]`, policy.PolicyDocument));

/** Roles the functions of the assembly take, with every policy that is attached to them. */
export const readRoles = (template: Template): readonly LocalRole[] => {
  const paths = rolePaths(template);
  const taken = new Set(
    template
      .resources('AWS::Lambda::Function')
      .map((resource) => new Properties(template, resource).text('Role').replace(/^.*:role\//u, '')),
  );
  const policies = attachedOf(template, 'AWS::IAM::Policy', taken);
  const managed = attachedOf(template, 'AWS::IAM::ManagedPolicy', taken);
  return template.resources('AWS::IAM::Role').flatMap((resource) => {
    const role = new Properties(template, resource);
    const name = role.ref;
    if (!taken.has(name)) return [];
    const arns = role.texts('ManagedPolicyArns');
    const unknown = arns.find(
      (arn) => !WITHOUT_EFFECT_HERE.test(arn) && !managed.some((one) => one.arn === arn),
    );
    if (unknown !== undefined)
      throw new Error(`${role.path}: the local run does not know the policy ${unknown}`);
    const attached = [...policies, ...managed].filter(
      (one) => one.to.includes(name) || arns.includes(one.arn),
    );
    return [
      {
        path: paths.get(name) ?? role.path,
        name,
        arn: role.attribute('Arn'),
        statements: [...inlineOf(role), ...attached.flatMap((one) => one.statements)],
      },
    ];
  });
};
