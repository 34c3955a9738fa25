import type { Json } from './Json.ts';
import type { LocalTemplateView, Resource } from './LocalTemplateView.ts';

/** The properties of one resource, each resolved when asked for, with the place named when it is not what it should be. */
export class Properties {
  readonly path: string;
  readonly #template: Pick<LocalTemplateView, 'resolve' | 'physicalId'>;
  readonly #resource: Resource;

  constructor(template: Pick<LocalTemplateView, 'resolve' | 'physicalId'>, resource: Resource) {
    this.path = `${resource.stack}/${resource.logicalId}`;
    this.#template = template;
    this.#resource = resource;
  }

  /** `A.B.C` follows nested members. Undefined when the template does not give it. */
  json(name: string): Json | undefined {
    const at = `${this.path}.${name}`;
    const [first = '', ...rest] = name.split('.');
    let value: Json | undefined = this.#resource.properties[first];
    if (value === undefined) return undefined;
    value = this.#template.resolve(this.#resource.stack, value, at);
    for (const part of rest) {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
      value = (value as { readonly [key: string]: Json })[part];
      if (value === undefined) return undefined;
    }
    return value ?? undefined;
  }

  optional(name: string): string | undefined {
    const value = this.json(name);
    if (value === undefined) return undefined;
    if (typeof value === 'object') throw new Error(`${this.path}.${name}: expected text`);
    return String(value);
  }

  text(name: string): string {
    const value = this.optional(name);
    if (value === undefined) throw new Error(`${this.path}.${name}: missing`);
    return value;
  }

  number(name: string, otherwise: number): number {
    const value = this.optional(name);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (Number.isNaN(number)) throw new Error(`${this.path}.${name}: expected a number, found ${value}`);
    return number;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.optional(name);
    return value === undefined ? otherwise : value === 'true';
  }

  /** A list; empty when absent. A single value counts as a list of one. */
  list<T extends Json>(name: string): readonly T[] {
    const value = this.json(name);
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]) as readonly T[];
  }

  texts(name: string): readonly string[] {
    return this.list<string>(name).map(String);
  }

  /** What `Ref` gives for this resource. */
  get ref(): string {
    return this.#template.physicalId(this.#resource.stack, this.#resource.logicalId);
  }

  /** An attribute of this resource. */
  attribute(name: string): string {
    const { stack, logicalId } = this.#resource;
    return String(this.#template.resolve(stack, { 'Fn::GetAtt': [logicalId, name] }, `${this.path}.${name}`));
  }
}
