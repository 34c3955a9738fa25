import { resolve as absolute } from 'node:path';
import { attributeOf, type Named, refOf } from './attributes.ts';
import type { Json } from './Json.ts';
import { LOCAL } from './LOCAL.ts';
import type { LocalEndpoints, LocalTemplateView, Resource } from './LocalTemplateView.ts';
import { once } from './once.ts';
import { Properties } from './Properties.ts';
import { nameProperty, physicalName, stableHex } from './physicalName.ts';
import { readApis, readRoutes } from './readApis.ts';
import { type RawResource, readAssembly, type StackTemplate } from './readAssembly.ts';
import { readFunctions } from './readFunctions.ts';
import { readMappings } from './readMappings.ts';
import { readQueues } from './readQueues.ts';
import { readRoles } from './readRoles.ts';
import { readSchedules } from './readSchedules.ts';
import { readBuckets, readSecrets } from './readStores.ts';
import { readTables } from './readTables.ts';
import { resolveValue, type Scope } from './resolveValue.ts';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': LOCAL.partition,
  'AWS::Region': LOCAL.region,
  'AWS::AccountId': LOCAL.account,
  'AWS::URLSuffix': LOCAL.urlSuffix,
};

/** All stacks of a synthesised assembly, read as if they were deployed on this machine. */
export class LocalTemplate implements LocalTemplateView {
  readonly assemblyDir: string;
  readonly #stacks: ReadonlyMap<string, StackTemplate>;
  readonly #endpoints: LocalEndpoints;
  readonly #names = new Map<string, string>();
  readonly #exports = new Map<string, { readonly stack: string; readonly value: Json }>();

  constructor(assemblyDir: string, endpoints: LocalEndpoints) {
    this.assemblyDir = absolute(assemblyDir);
    this.#stacks = new Map(readAssembly(assemblyDir).map((stack) => [stack.name, stack]));
    this.#endpoints = endpoints;
    for (const { name, outputs } of this.#stacks.values()) this.#collectExports(name, outputs);
  }

  #collectExports(stack: string, outputs: StackTemplate['outputs']): void {
    for (const [id, output] of Object.entries(outputs)) {
      const { Export, Value = null } = output as {
        readonly Export?: { readonly Name: Json };
        readonly Value?: Json;
      };
      if (Export !== undefined)
        this.#exports.set(String(this.resolve(stack, Export.Name, `${stack}/Outputs/${id}`)), {
          stack,
          value: Value,
        });
    }
  }

  resources(type: string): readonly Resource[] {
    return [...this.#stacks.values()].flatMap((stack) =>
      Object.entries(stack.resources)
        .filter(([, raw]) => raw.Type === type && this.#exists(stack, raw))
        .map(([logicalId, raw]) => ({
          stack: stack.name,
          logicalId,
          type,
          properties: raw.Properties ?? {},
          metadata: raw.Metadata ?? {},
        })),
    );
  }

  #exists(stack: StackTemplate, raw: RawResource): boolean {
    return raw.Condition === undefined || this.#condition(stack, raw.Condition, stack.name);
  }

  resolve(stack: string, value: Json, at = stack): Json {
    return resolveValue(value, this.#scope(stack), at) ?? null;
  }

  physicalId(stack: string, logicalId: string): string {
    return refOf(this.#named(stack, logicalId, `${stack}/${logicalId}`));
  }

  functions = once(() => readFunctions(this, (stack) => this.#stack(stack).assets));
  roles = once(() => readRoles(this));
  queues = once(() => readQueues(this));
  tables = once(() => readTables(this));
  buckets = once(() => readBuckets(this));
  secrets = once(() => readSecrets(this));
  apis = once(() => readApis(this));
  routes = once(() => readRoutes(this));
  mappings = once(() => readMappings(this));
  schedules = once(() => readSchedules(this));

  #stack(name: string): StackTemplate {
    const stack = this.#stacks.get(name);
    if (stack === undefined) throw new Error(`Template: no stack ${name}`);
    return stack;
  }

  #named(stack: string, logicalId: string, at: string): Named {
    const raw = this.#stack(stack).resources[logicalId];
    if (raw === undefined) throw new Error(`${at}: no resource ${stack}/${logicalId}`);
    const path = `${stack}/${logicalId}`;
    const property = (name: string): string | undefined => {
      const value = raw.Properties?.[name];
      return value === undefined ? undefined : String(this.resolve(stack, value, `${path}.${name}`));
    };
    return {
      type: raw.Type,
      path,
      name: this.#name(stack, logicalId, raw),
      property,
      gatewayUrl: this.#endpoints.gatewayUrl,
      apiEndpoint: () => this.#apiEndpoint(path, stableHex(path, 10), property('ProtocolType')),
    };
  }

  #apiEndpoint(path: string, id: string, protocol: string | undefined): string {
    const { apiUrl, socketUrl } = this.#endpoints;
    const url = protocol === 'WEBSOCKET' ? socketUrl : apiUrl;
    if (url === undefined) throw new Error(`${path}: nobody said where this API answers`);
    return url(id);
  }

  #name(stack: string, logicalId: string, raw: RawResource): string {
    const path = `${stack}/${logicalId}`;
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const given = raw.Properties?.[nameProperty(raw.Type) ?? ''];
    const fifo = raw.Properties?.FifoQueue === true ? '.fifo' : '';
    const name =
      given === undefined
        ? physicalName(raw.Type, stack, logicalId, fifo)
        : String(this.resolve(stack, given, `${path}.${nameProperty(raw.Type)}`));
    this.#names.set(path, name);
    return name;
  }

  #scope(stackName: string): Scope {
    const stack = this.#stack(stackName);
    return {
      ref: (name, at) => this.#ref(stack, name, at),
      attribute: (logicalId, attribute, at) => attributeOf(this.#named(stackName, logicalId, at), attribute),
      importValue: (name, at) => {
        const exported = this.#exports.get(name);
        if (exported === undefined) throw new Error(`${at}: no stack exports ${name}`);
        return this.resolve(exported.stack, exported.value, at);
      },
      condition: (name, at) => this.#condition(stack, name, at),
      mapping: ([map, top, second], at) => {
        const found = (stack.mappings[map] as Record<string, Record<string, Json>> | undefined)?.[top]?.[
          second
        ];
        if (found === undefined) throw new Error(`${at}: no mapping ${map}.${top}.${second}`);
        return found;
      },
      finish: (text) => this.#localAddress(text),
    };
  }

  #ref(stack: StackTemplate, name: string, at: string): Json {
    if (name === 'AWS::StackName') return stack.name;
    const pseudo = PSEUDO[name];
    if (pseudo !== undefined) return pseudo;
    const parameter = stack.parameters[name] as { readonly Default?: Json } | undefined;
    if (parameter === undefined) return refOf(this.#named(stack.name, name, at));
    if (parameter.Default === undefined) throw new Error(`${at}: parameter ${name} has no default`);
    return parameter.Default;
  }

  #condition(stack: StackTemplate, name: string, at: string): boolean {
    const rule = stack.conditions[name];
    if (rule === undefined) throw new Error(`${at}: no condition ${name}`);
    return this.resolve(stack.name, rule, `${stack.name}/Conditions/${name}`) === true;
  }

  /**
   * `https://<api>.execute-api.<region>.<suffix>` of an API of this assembly → where it answers here. For a
   * WebSocket API, `wss:` is where clients connect and `https:` where connections are managed: the gateway.
   */
  #localAddress(text: string): string {
    const host = new RegExp(
      `(https|wss)://([0-9a-f]{10})\\.execute-api\\.${LOCAL.region}\\.${LOCAL.urlSuffix.replace('.', '\\.')}`,
      'gu',
    );
    return text.replaceAll(host, (whole, scheme: string, id: string) => {
      const api = this.resources('AWS::ApiGatewayV2::Api').find(
        (one) => stableHex(`${one.stack}/${one.logicalId}`, 10) === id,
      );
      if (api === undefined) return whole;
      const protocol = new Properties(this, api).text('ProtocolType');
      if (protocol === 'WEBSOCKET' && scheme === 'https') return `${this.#endpoints.gatewayUrl()}/${id}`;
      return this.#apiEndpoint(`${api.stack}/${api.logicalId}`, id, protocol);
    });
  }
}

/** Reads the assembly in `assemblyDir` (what `cdk synth` wrote). Endpoints are asked only when a value needs them. */
export const loadTemplate = (assemblyDir: string, endpoints: LocalEndpoints): LocalTemplate =>
  new LocalTemplate(assemblyDir, endpoints);
