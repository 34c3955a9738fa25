import { type AttributeValue, type Item, typeOf } from './attributeValue.ts';

/** Sets have no order; lists have one; numbers were brought to one spelling when they came in. */
export function valuesEqual(a: AttributeValue, b: AttributeValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  if (type === 'M') return itemsEqual(a.M ?? {}, b.M ?? {});
  if (type === 'L') return listsEqual(a.L ?? [], b.L ?? []);
  if (type === 'SS' || type === 'NS' || type === 'BS') return setsEqual(a[type] ?? [], b[type] ?? []);
  return a[type] === b[type];
}

export function itemsEqual(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const left = a[name];
    const right = Object.hasOwn(b, name) ? b[name] : undefined;
    return left !== undefined && right !== undefined && valuesEqual(left, right);
  });
}

function listsEqual(a: readonly AttributeValue[], b: readonly AttributeValue[]): boolean {
  return (
    a.length === b.length &&
    a.every((value, at) => {
      const other = b[at];
      return other !== undefined && valuesEqual(value, other);
    })
  );
}

function setsEqual(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(b);
  return a.every((member) => members.has(member));
}
