import { type AttributeValue, type Item, typeOf } from './attributeValue.ts';
import { compareDecimals } from './decimal.ts';
import { type Call, isCall, type Operand, valueAt } from './expression.ts';
import { valuesEqual } from './valuesEqual.ts';

/**
 * Does a parsed condition hold for an item (or for none)? A comparison with something missing is false, except `<>`.
 * (dynalite's own evaluation takes two missing attributes for equal, and two equal lists or maps for different.)
 */
export function conditionHolds(call: Call, item: Item | undefined): boolean {
  const args = call.args;
  switch (call.type) {
    case 'and':
      return args.every((part) => isCall(part) && conditionHolds(part, item));
    case 'or':
      return args.some((part) => isCall(part) && conditionHolds(part, item));
    case 'not':
      return !args.some((part) => isCall(part) && conditionHolds(part, item));
    default: {
      const [first, ...rest] = args.map((operand) => operandValue(operand, item));
      return holds(call.type === 'function' ? (call.name ?? '') : call.type, first, rest);
    }
  }
}

type Value = AttributeValue | undefined;

function holds(operator: string, value: Value, others: readonly Value[]): boolean {
  const [other, upper] = others;
  switch (operator) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case '=':
      return same(value, other);
    case '<>':
      return !same(value, other);
    case 'in':
      return others.some((candidate) => same(value, candidate));
    case 'between':
      return inOrder(other, value, true) && inOrder(value, upper, true);
    case '<':
      return inOrder(value, other, false);
    case '<=':
      return inOrder(value, other, true);
    case '>':
      return inOrder(other, value, false);
    case '>=':
      return inOrder(other, value, true);
    default:
      return value !== undefined && other !== undefined && matches(operator, value, other);
  }
}

function matches(name: string, value: AttributeValue, other: AttributeValue): boolean {
  switch (name) {
    case 'begins_with':
      return begins(value, other);
    case 'contains':
      return contains(value, other);
    case 'attribute_type':
      return typeOf(value) === other.S;
    default:
      throw new Error(`The parser let an unknown operator pass: ${name}`);
  }
}

function same(a: Value, b: Value): boolean {
  return a !== undefined && b !== undefined && valuesEqual(a, b);
}

function inOrder(low: Value, high: Value, orEqual: boolean): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compareValues(low, high);
  return order !== undefined && (order < 0 || (orEqual && order === 0));
}

/** Undefined where there is no order: different types, or types that have none. */
function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.N !== undefined && b.N !== undefined) return compareDecimals(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(bytes(a.B), bytes(b.B));
  return undefined;
}

function begins(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  if (value.B !== undefined && prefix.B !== undefined) {
    const head = bytes(prefix.B);
    return bytes(value.B).subarray(0, head.length).equals(head);
  }
  return false;
}

function contains(value: AttributeValue, member: AttributeValue): boolean {
  if (value.L) return value.L.some((candidate) => valuesEqual(candidate, member));
  if (member.S !== undefined) return value.S?.includes(member.S) ?? value.SS?.includes(member.S) ?? false;
  if (member.N !== undefined) return value.NS?.includes(member.N) ?? false;
  if (member.B === undefined) return false;
  return value.B === undefined
    ? (value.BS?.includes(member.B) ?? false)
    : bytes(value.B).includes(bytes(member.B));
}

function operandValue(operand: Operand, item: Item | undefined): Value {
  if (Array.isArray(operand)) return valueAt(operand, item);
  if (!isCall(operand)) return operand;
  const [measured] = operand.args;
  return measured && sizeOf(operandValue(measured, item));
}

/** `size()`, the only function that has a value. Strings: as many as JavaScript (and DynamoDB Local) counts. */
function sizeOf(value: Value): Value {
  if (value === undefined) return undefined;
  const size =
    value.S?.length ??
    (value.B === undefined ? undefined : bytes(value.B).length) ??
    (value.SS ?? value.NS ?? value.BS ?? value.L)?.length ??
    (value.M && Object.keys(value.M).length);
  return size === undefined ? undefined : { N: String(size) };
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
