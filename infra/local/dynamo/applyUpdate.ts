import { type AttributeValue, attributeOf, type Item, typeOf } from './attributeValue.ts';
import { addDecimals, negated } from './decimal.ts';
import { dynamoError } from './dynamoError.ts';
import { type Call, isCall, type Operand, type Path, type Section, valueAt } from './expression.ts';

/**
 * The item after an update expression. All values are taken from the item as it was, and a list index means the list as it was:
 * `REMOVE l[0], l[1]` removes the first two. (dynalite's own application does neither, and is not exported.)
 */
export function applyUpdate(sections: readonly Section[], before: Item | undefined, key: Item): Item {
  const after: Item = structuredClone(before ?? key);
  const lists = new Set<AttributeValue[]>();
  const values = sections.map((section) => newValue(section, before));
  for (const [at, section] of sections.entries()) place(after, section.path, values[at], lists);
  for (const list of lists) squeeze(list);
  return after;
}

/** Undefined: the attribute goes. */
function newValue(section: Section, before: Item | undefined): AttributeValue | undefined {
  switch (section.type) {
    case 'set':
      return structuredClone(resolve(section.val, before));
    case 'remove':
      return undefined;
    case 'add':
      return added(valueAt(section.path, before), literal(section.val));
    case 'delete':
      return withoutMembers(valueAt(section.path, before), literal(section.val));
  }
}

function added(old: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (old === undefined) return value;
  const type = typeOf(value);
  if (typeOf(old) !== type) throw wrongType();
  if (type === 'SS' || type === 'NS' || type === 'BS') {
    return { [type]: [...new Set([...(old[type] ?? []), ...(value[type] ?? [])])] };
  }
  return { N: addDecimals(old.N ?? '0', value.N ?? '0') };
}

function withoutMembers(old: AttributeValue | undefined, value: AttributeValue): AttributeValue | undefined {
  if (old === undefined) return undefined;
  const type = typeOf(value);
  if (typeOf(old) !== type) throw wrongType();
  if (type !== 'SS' && type !== 'NS' && type !== 'BS') throw wrongType();
  const gone = new Set(value[type]);
  const left = (old[type] ?? []).filter((member) => !gone.has(member));
  return left.length === 0 ? undefined : { [type]: left };
}

function resolve(operand: Operand, before: Item | undefined): AttributeValue {
  if (Array.isArray(operand)) {
    const value = valueAt(operand, before);
    if (value !== undefined) return value;
    throw invalid('The provided expression refers to an attribute that does not exist in the item');
  }
  return isCall(operand) ? computed(operand, before) : operand;
}

function computed(call: Call, before: Item | undefined): AttributeValue {
  const [first, second] = call.args;
  if (first === undefined || second === undefined)
    throw new Error('The parser let a call without operands pass');
  if (call.name === 'if_not_exists') {
    return (Array.isArray(first) ? valueAt(first, before) : undefined) ?? resolve(second, before);
  }
  const a = resolve(first, before);
  const b = resolve(second, before);
  if (call.name === 'list_append') {
    if (a.L === undefined || b.L === undefined) throw wrongType();
    return { L: [...a.L, ...b.L] };
  }
  if (a.N === undefined || b.N === undefined) throw wrongType();
  return { N: addDecimals(a.N, call.type === 'add' ? b.N : negated(b.N)) };
}

function place(
  item: Item,
  path: Path,
  value: AttributeValue | undefined,
  lists: Set<AttributeValue[]>,
): void {
  const step = path.at(-1) ?? '';
  const parent = valueAt(path.slice(0, -1), item);
  if (typeof step === 'number') {
    if (parent?.L === undefined) throw invalidPath();
    lists.add(parent.L);
    // A hole now, so that later indexes of this expression still mean what they meant; squeezed out at the end.
    if (value === undefined) delete parent.L[step];
    else parent.L[step] = value;
    return;
  }
  if (parent?.M === undefined) throw invalidPath();
  if (value === undefined) delete parent.M[step];
  else setOwn(parent.M, step, value);
}

/** Also when the attribute is called `__proto__`. */
function setOwn(map: Item, name: string, value: AttributeValue): void {
  if (attributeOf(map, name) === undefined) {
    Object.defineProperty(map, name, { value, writable: true, enumerable: true, configurable: true });
  } else map[name] = value;
}

function squeeze(list: AttributeValue[]): void {
  const kept = list.filter((value) => value !== undefined);
  list.splice(0, list.length, ...kept);
}

function literal(operand: Operand): AttributeValue {
  if (Array.isArray(operand) || isCall(operand)) throw wrongType();
  return operand;
}

const invalid = (message: string) => dynamoError('ValidationException', message);
const wrongType = () => invalid('An operand in the update expression has an incorrect data type');
const invalidPath = () =>
  invalid('The document path provided in the update expression is invalid for update');
