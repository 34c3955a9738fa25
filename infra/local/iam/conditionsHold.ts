import type { LocalStatement } from '../template/LocalRole.ts';
import { matchesArn, matchesText } from './matchesPattern.ts';

/**
 * What is known about a call, by condition key. `undefined`: known to be absent. A key that is not listed at all is one the
 * local run knows nothing about. A function: found out only when a policy asks.
 */
export type Context = Readonly<
  Record<string, readonly string[] | undefined | (() => readonly string[] | undefined)>
>;

interface Operator {
  readonly test: (accepted: string, given: string) => boolean;
  /** `Not…`: no accepted value may match; holds when the key is absent. */
  readonly negated: boolean;
}

const equal = (accepted: string, given: string): boolean => accepted === given;
const equalIgnoringCase = (accepted: string, given: string): boolean =>
  accepted.toLowerCase() === given.toLowerCase();

const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { test: equal, negated: false },
  StringNotEquals: { test: equal, negated: true },
  StringEqualsIgnoreCase: { test: equalIgnoringCase, negated: false },
  StringLike: { test: matchesText, negated: false },
  StringNotLike: { test: matchesText, negated: true },
  ArnEquals: { test: matchesArn, negated: false },
  ArnLike: { test: matchesArn, negated: false },
  ArnNotEquals: { test: matchesArn, negated: true },
  ArnNotLike: { test: matchesArn, negated: true },
  Bool: { test: equalIgnoringCase, negated: false },
};

const valuesOf = (key: string, context: Context): readonly string[] | undefined => {
  const known = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  if (known === undefined) throw new Error(`IAM: condition key ${key} is unsupported`);
  const value = context[known];
  return typeof value === 'function' ? value() : value;
};

const parse = (name: string): { set: 'all' | 'any' | 'one'; base: string; ifExists: boolean } => {
  const [, set, base = '', exists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/u.exec(name) ?? [];
  const quantifier = set === 'ForAllValues' ? 'all' : set === 'ForAnyValue' ? 'any' : 'one';
  return { set: quantifier, base, ifExists: exists !== undefined };
};

const absent = (name: string): boolean => {
  const { set, base, ifExists } = parse(name);
  return ifExists || set === 'all' || (set === 'one' && OPERATORS[base]?.negated === true);
};

const present = (name: string, accepted: readonly string[], given: readonly string[]): boolean => {
  const { set, base } = parse(name);
  const operator = OPERATORS[base];
  if (operator === undefined) throw new Error(`IAM: condition operator ${name} is unsupported`);
  const passes = (one: string): boolean =>
    accepted.some((pattern) => operator.test(pattern, one)) !== operator.negated;
  return set === 'any' ? given.some(passes) : given.every(passes);
};

const holds = (name: string, accepted: readonly string[], values: readonly string[] | undefined): boolean => {
  if (parse(name).base === 'Null') return (values === undefined) === (accepted[0]?.toLowerCase() === 'true');
  if (OPERATORS[parse(name).base] === undefined)
    throw new Error(`IAM: condition operator ${name} is unsupported`);
  return values === undefined || values.length === 0 ? absent(name) : present(name, accepted, values);
};

/** Do all conditions of a statement hold? Throws for an operator or key the local run does not know: it never guesses. */
export const conditionsHold = (conditions: LocalStatement['conditions'], context: Context): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, accepted]) => holds(operator, accepted, valuesOf(key, context))),
  );
