/**
 * Event filter patterns as Lambda's event source mappings apply them.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export type Pattern = { readonly [field: string]: Pattern | readonly Rule[] };
type Scalar = string | number | boolean | null;
type Rule = Scalar | { readonly [operator: string]: unknown };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compare: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const inRange = (value: unknown, range: readonly unknown[]): boolean => {
  if (typeof value !== 'number') return false;
  for (let at = 0; at < range.length; at += 2) {
    const holds = compare[String(range[at])];
    if (!holds) throw new Error(`Filter: unknown comparison ${String(range[at])}`);
    if (!holds(value, Number(range[at + 1]))) return false;
  }
  return true;
};

const texts = (operand: unknown): readonly unknown[] => (Array.isArray(operand) ? operand : [operand]);

const isNoneOf = (value: unknown, operand: unknown): boolean => {
  if (value === undefined) return false;
  if (!isObject(operand)) return !texts(operand).includes(value);
  return !Object.entries(operand).some(([operator, text]) =>
    texts(text).some((each) => matchesRule(value, { [operator]: each })),
  );
};

const operators: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  exists: (value, operand) => (value !== undefined) === operand,
  prefix: (value, operand) => typeof value === 'string' && value.startsWith(String(operand)),
  suffix: (value, operand) => typeof value === 'string' && value.endsWith(String(operand)),
  'equals-ignore-case': (value, operand) =>
    typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase(),
  'anything-but': isNoneOf,
  numeric: (value, operand) => inRange(value, texts(operand)),
};

const matchesRule = (value: unknown, rule: Rule): boolean => {
  if (!isObject(rule)) return value === rule;
  return Object.entries(rule).every(([operator, operand]) => {
    const test = operators[operator];
    if (!test) throw new Error(`Filter: unknown operator ${operator}`);
    return test(value, operand);
  });
};

const matchesRules = (value: unknown, rules: readonly Rule[]): boolean =>
  Array.isArray(value)
    ? value.some((each) => rules.some((rule) => matchesRule(each, rule)))
    : rules.some((rule) => matchesRule(value, rule));

/** Does the event fit? All fields must; any rule of a field may. */
export const matchPattern = (event: unknown, pattern: Pattern): boolean =>
  Object.entries(pattern).every(([field, inner]) => {
    if (field === '$or')
      return (inner as unknown as readonly Pattern[]).some((each) => matchPattern(event, each));
    const value = isObject(event) ? event[field] : undefined;
    return Array.isArray(inner) ? matchesRules(value, inner) : matchPattern(value, inner as Pattern);
  });

/** A mapping without patterns takes everything; with several, any may fit. */
export const matchAny = (event: unknown, patterns: readonly Pattern[]): boolean =>
  patterns.length === 0 || patterns.some((pattern) => matchPattern(event, pattern));
