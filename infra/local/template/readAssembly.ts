import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Json } from './Json.ts';

export interface StackTemplate {
  readonly name: string;
  /** Directory the template lies in; asset paths start here. */
  readonly dir: string;
  readonly parameters: Section;
  readonly mappings: Section;
  readonly conditions: Section;
  readonly resources: Readonly<Record<string, RawResource>>;
  readonly outputs: Section;
  /** Key of an asset in its bucket → its place on disk, absolute. */
  readonly assets: Readonly<Record<string, string>>;
}

type Section = { readonly [key: string]: Json };

export interface RawResource {
  readonly Type: string;
  readonly Properties?: Section;
  readonly Metadata?: Section;
  readonly Condition?: string;
}

interface Manifest {
  readonly artifacts?: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly properties?: {
          readonly templateFile?: string;
          readonly stackName?: string;
          readonly directoryName?: string;
        };
      }
    >
  >;
}

interface RawTemplate {
  readonly Parameters?: Section;
  readonly Mappings?: Section;
  readonly Conditions?: Section;
  readonly Resources?: Readonly<Record<string, RawResource>>;
  readonly Outputs?: Section;
}

interface AssetList {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path?: string };
        readonly destinations: Readonly<Record<string, { readonly objectKey?: string }>>;
      }
    >
  >;
}

const json = <T>(file: string): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (cause) {
    throw new Error(`Assembly: cannot read ${file}`, { cause });
  }
};

const assetsOf = (dir: string, artifact: string): Record<string, string> => {
  const file = join(dir, `${artifact}.assets.json`);
  if (!existsSync(file)) return {};
  const found: Record<string, string> = {};
  for (const { source, destinations } of Object.values(json<AssetList>(file).files ?? {})) {
    for (const { objectKey } of Object.values(destinations)) {
      if (objectKey !== undefined && source.path !== undefined) found[objectKey] = join(dir, source.path);
    }
  }
  return found;
};

const stackOf = (dir: string, artifact: string, file: string, name: string): StackTemplate => {
  const raw = json<RawTemplate>(join(dir, file));
  return {
    name,
    dir,
    parameters: raw.Parameters ?? {},
    mappings: raw.Mappings ?? {},
    conditions: raw.Conditions ?? {},
    resources: raw.Resources ?? {},
    outputs: raw.Outputs ?? {},
    assets: assetsOf(dir, artifact),
  };
};

/** All stacks of a CDK cloud assembly, those of nested assemblies (stages) too, in the manifest's order. */
export const readAssembly = (assemblyDir: string): readonly StackTemplate[] => {
  const dir = resolve(assemblyDir);
  const stacks: StackTemplate[] = [];
  const { artifacts = {} } = json<Manifest>(join(dir, 'manifest.json'));
  for (const [id, { type, properties = {} }] of Object.entries(artifacts)) {
    if (type === 'aws:cloudformation:stack' && properties.templateFile !== undefined)
      stacks.push(stackOf(dir, id, properties.templateFile, properties.stackName ?? id));
    if (type === 'cdk:cloud-assembly' && properties.directoryName !== undefined)
      stacks.push(...readAssembly(join(dir, properties.directoryName)));
  }
  return stacks;
};
