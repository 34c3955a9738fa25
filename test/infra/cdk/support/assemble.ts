import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageName } from '../../../../infra/stage.ts';
import { at, type Json } from './Json.ts';
import { synthesisedOnce } from './synthesisedOnce.ts';

export interface Resource {
  /** `Stack.LogicalId`. */
  readonly id: string;
  readonly Type: string;
  readonly Properties: { readonly [key: string]: Json };
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export type StackId = 'DataStack' | 'ServiceStack' | 'WatchStack' | 'ChannelStack';
export const stackIds: readonly StackId[] = ['DataStack', 'ServiceStack', 'WatchStack', 'ChannelStack'];

interface Assembled {
  readonly templates: Readonly<Record<StackId, Json>>;
  readonly resources: readonly Resource[];
  /** Name of an export → the stack that exports it, and the value. */
  readonly exports: ReadonlyMap<string, readonly [StackId, Json | undefined]>;
}

const made = new Map<StageName, Assembled>();

const assembled = (stage: StageName): Assembled => {
  const known = made.get(stage) ?? assemble(stage);
  made.set(stage, known);
  return known;
};

const assemble = (stage: StageName): Assembled => {
  const folder = join(synthesisedOnce(), stage);
  const templates = Object.fromEntries(
    stackIds.map((stack) => [
      stack,
      JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8')) as Json,
    ]),
  ) as Record<StackId, Json>;
  const resources = stackIds.flatMap((stack) =>
    Object.entries(at(templates[stack], 'Resources') as unknown as Record<string, Omit<Resource, 'id'>>).map(
      ([id, resource]) => ({ ...resource, Properties: resource.Properties ?? {}, id: `${stack}.${id}` }),
    ),
  );
  const exports = stackIds.flatMap((stack) =>
    Object.values((at(templates[stack], 'Outputs') ?? {}) as Record<string, Json>).map(
      (output) => [String(at(output, 'Export', 'Name')), [stack, at(output, 'Value')] as const] as const,
    ),
  );
  return { templates, resources, exports: new Map(exports) };
};

export const templateOf = (stage: StageName, stack: StackId): Json => assembled(stage).templates[stack];

/** All resources of one type, in one stack or in the whole stage. */
export const resourcesOf = (stage: StageName, type: string, stack?: StackId): readonly Resource[] =>
  assembled(stage).resources.filter(
    ({ id, Type }) => Type === type && (stack === undefined || id.startsWith(`${stack}.`)),
  );

export const stackOf = (id: string): StackId => id.slice(0, id.indexOf('.')) as StackId;

/** What a reference means: the resource it points to, through the exports of other stacks. Undefined when it is none. */
export const targetOf = (stage: StageName, from: StackId, value: Json | undefined): string | undefined => {
  const imported = at(value, 'Fn::ImportValue');
  if (imported !== undefined) {
    const [owner, exported] = assembled(stage).exports.get(String(imported)) ?? [];
    return owner && targetOf(stage, owner, exported);
  }
  const id = at(value, 'Ref') ?? at(value, 'Fn::GetAtt', 0);
  return typeof id === 'string' ? `${from}.${id}` : undefined;
};

/** A value as one text: references as `<Stack.LogicalId>`, pseudo parameters as `<AWS::Region>`. */
export const flat = (stage: StageName, from: StackId, value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  const parts = at(value, 'Fn::Join', 1);
  if (Array.isArray(parts)) return parts.map((part) => flat(stage, from, part)).join('');
  const pseudo = at(value, 'Ref');
  if (typeof pseudo === 'string' && pseudo.startsWith('AWS::')) return `<${pseudo}>`;
  const target = targetOf(stage, from, value);
  return target === undefined ? JSON.stringify(value) : `<${target}>`;
};
