import type { LocalFunction } from './LocalFunction.ts';
import type { LocalTemplateView, Resource } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Assets = Readonly<Record<string, string>>;
type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

const MADE_BY_CDK = /^(Custom|CustomResource|AWS679f53fac002430cb0da5b7982bd2287|LogRetention|Framework)/u;

/** `/Code` of an asset on disk, or the reason why there is none. */
const codeDirOf = (properties: Properties, assets: Assets): string => {
  const key = properties.optional('Code.S3Key');
  const found = key === undefined ? undefined : assets[key];
  if (found === undefined) throw new Error(`${properties.path}.Code: not an asset of this assembly`);
  return found;
};

const environmentOf = (properties: Properties): Record<string, string> => {
  const variables = properties.json('Environment.Variables') ?? {};
  return Object.fromEntries(
    Object.entries(variables as object).map(([name, value]) => [name, String(value)]),
  );
};

/** Last part of a role's ARN; the role itself must be in the assembly. */
const roleOf = (
  properties: Properties,
  roles: ReadonlyMap<string, string>,
): { name: string; path: string } => {
  const name = properties.text('Role').replace(/^.*:role\//u, '');
  const path = roles.get(name);
  if (path === undefined) throw new Error(`${properties.path}.Role: ${name} is not in this assembly`);
  return { name, path };
};

const functionOf = (
  template: Template,
  resource: Resource,
  assetsOf: (stack: string) => Assets,
  roles: ReadonlyMap<string, string>,
): LocalFunction => {
  const properties = new Properties(template, resource);
  const role = roleOf(properties, roles);
  const reserved = properties.json('ReservedConcurrentExecutions');
  const ofCustomResource = MADE_BY_CDK.test(resource.logicalId);
  return {
    path: properties.path,
    stack: resource.stack,
    logicalId: resource.logicalId,
    name: properties.ref,
    arn: properties.attribute('Arn'),
    codeDir: ofCustomResource ? '' : codeDirOf(properties, assetsOf(resource.stack)),
    handler: properties.optional('Handler') ?? '',
    runtime: properties.optional('Runtime') ?? '',
    // Addresses among them may not be known before the doors are open.
    get environment() {
      return ofCustomResource ? {} : environmentOf(properties);
    },
    memoryMb: properties.number('MemorySize', 128),
    timeoutSeconds: properties.number('Timeout', 3),
    rolePath: role.path,
    roleName: role.name,
    ...(reserved === undefined ? {} : { reservedConcurrency: Number(reserved) }),
    ofCustomResource,
  };
};

/** Physical name of each role of the assembly → its path. */
export const rolePaths = (template: Template): ReadonlyMap<string, string> =>
  new Map(
    template
      .resources('AWS::IAM::Role')
      .map((role) => [template.physicalId(role.stack, role.logicalId), `${role.stack}/${role.logicalId}`]),
  );

/** Every function of the assembly, with its variables resolved. */
export const readFunctions = (
  template: Template,
  assetsOf: (stack: string) => Assets,
): readonly LocalFunction[] => {
  const roles = rolePaths(template);
  return template
    .resources('AWS::Lambda::Function')
    .map((resource) => functionOf(template, resource, assetsOf, roles));
};
