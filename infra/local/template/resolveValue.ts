import type { Json } from './Json.ts';

/** What the intrinsics of one stack refer to. */
export interface Scope {
  /** Of a resource, parameter or pseudo parameter. */
  readonly ref: (name: string, at: string) => Json;
  readonly attribute: (logicalId: string, attribute: string, at: string) => string;
  readonly importValue: (name: string, at: string) => Json;
  readonly condition: (name: string, at: string) => boolean;
  readonly mapping: (names: readonly [string, string, string], at: string) => Json;
  /** Last hand on every text an intrinsic produced: addresses of local doors. */
  readonly finish: (text: string) => string;
}

/** `AWS::NoValue`: the property or element is left out. */
const NO_VALUE = Symbol('AWS::NoValue');
type Resolved = Json | typeof NO_VALUE;

type Intrinsic = (argument: Json, scope: Scope, at: string) => Resolved;

const fail = (at: string, what: string): never => {
  throw new Error(`${at}: ${what}`);
};

const text = (value: Resolved, at: string): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : fail(at, `expected text, found ${JSON.stringify(value) ?? 'nothing'}`);

const list = (value: Resolved, at: string): readonly Json[] =>
  Array.isArray(value) ? value : fail(at, `expected a list, found ${JSON.stringify(value) ?? 'nothing'}`);

const resolvedList = (value: Json, scope: Scope, at: string): readonly Json[] =>
  list(inner(value, scope, at), at);

const ref: Intrinsic = (argument, scope, at) => {
  const name = text(argument, at);
  return name === 'AWS::NoValue' ? NO_VALUE : scope.ref(name, at);
};

const getAtt: Intrinsic = (argument, scope, at) => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return scope.attribute(argument.slice(0, dot), argument.slice(dot + 1), at);
  }
  const [logicalId = '', attribute = ''] = list(argument, at);
  return scope.attribute(text(logicalId, at), text(inner(attribute, scope, at), at), at);
};

const join: Intrinsic = (argument, scope, at) => {
  const [separator = '', parts = []] = list(argument, at);
  const texts = resolvedList(parts, scope, at).map((part) => text(part, at));
  return scope.finish(texts.join(text(separator, at)));
};

const sub: Intrinsic = (argument, scope, at) => {
  const [pattern = '', own = {}] = Array.isArray(argument) ? argument : [argument];
  const values = own as { readonly [key: string]: Json };
  const replaced = text(pattern, at).replaceAll(/\$\{(!?)([^}]+)\}/gu, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const value = values[name];
    if (value !== undefined) return text(inner(value, scope, at), at);
    return text(name.includes('.') ? getAtt(name, scope, at) : scope.ref(name, at), at);
  });
  return scope.finish(replaced);
};

const select: Intrinsic = (argument, scope, at) => {
  const [index = '', from = []] = list(argument, at);
  const chosen = resolvedList(from, scope, at)[Number(text(inner(index, scope, at), at))];
  return chosen ?? fail(at, `Fn::Select finds no element ${JSON.stringify(index)}`);
};

const split: Intrinsic = (argument, scope, at) => {
  const [separator = '', from = ''] = list(argument, at);
  return text(inner(from, scope, at), at).split(text(separator, at));
};

const choose: Intrinsic = (argument, scope, at) => {
  const [condition = '', yes = null, no = null] = list(argument, at);
  return inner(scope.condition(text(condition, at), at) ? yes : no, scope, at);
};

const findInMap: Intrinsic = (argument, scope, at) => {
  const [map, top, second] = list(argument, at).map((part) => text(inner(part, scope, at), at));
  return scope.mapping([map ?? '', top ?? '', second ?? ''], at);
};

const truth = (value: Json, scope: Scope, at: string): boolean => {
  const resolved = inner(value, scope, at);
  return typeof resolved === 'boolean' ? resolved : fail(at, 'expected a condition');
};

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: ref,
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Sub': sub,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (argument, scope, at) => scope.importValue(text(inner(argument, scope, at), at), at),
  'Fn::Base64': (argument, scope, at) => Buffer.from(text(inner(argument, scope, at), at)).toString('base64'),
  'Fn::Equals': (argument, scope, at) => {
    const [a, b] = resolvedList(argument, scope, at);
    return a === b;
  },
  'Fn::And': (argument, scope, at) => list(argument, at).every((one) => truth(one, scope, at)),
  'Fn::Or': (argument, scope, at) => list(argument, at).some((one) => truth(one, scope, at)),
  'Fn::Not': (argument, scope, at) => !truth(list(argument, at)[0] ?? null, scope, at),
  Condition: (argument, scope, at) => scope.condition(text(argument, at), at),
};

/** `{ Ref: … }` and its like: an object of one key that names an intrinsic. `Condition` is one only beside text. */
const intrinsicOf = (entries: readonly (readonly [string, Json])[], at: string): Intrinsic | undefined => {
  const [first] = entries;
  if (first === undefined || entries.length > 1) return undefined;
  const [key, argument] = first;
  if (key === 'Condition' && typeof argument !== 'string') return undefined;
  const known = INTRINSICS[key];
  if (known === undefined && key.startsWith('Fn::')) fail(at, `the local run does not support ${key}`);
  return known;
};

const inner = (value: Json, scope: Scope, at: string): Resolved => {
  if (Array.isArray(value)) {
    const parts = value.map((part, index) => inner(part, scope, `${at}[${index}]`));
    return parts.filter((part) => part !== NO_VALUE);
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  const [first] = entries;
  const intrinsic = intrinsicOf(entries, at);
  if (intrinsic !== undefined && first !== undefined) return intrinsic(first[1], scope, at);
  const resolved = entries.map(([key, part]) => [key, inner(part, scope, `${at}.${key}`)] as const);
  return Object.fromEntries(resolved.filter((entry): entry is [string, Json] => entry[1] !== NO_VALUE));
};

/**
 * A value of a template with its intrinsics replaced. `undefined` when all of it is `AWS::NoValue`.
 * Throws, naming `at`, for what the local run does not support: it never guesses.
 */
export const resolveValue = (value: Json, scope: Scope, at: string): Json | undefined => {
  const resolved = inner(value, scope, at);
  return resolved === NO_VALUE ? undefined : resolved;
};
