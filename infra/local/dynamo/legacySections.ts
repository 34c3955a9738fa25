import { type AttributeValue, typeOf } from './attributeValue.ts';
import type { Section } from './expression.ts';

/** The old `AttributeUpdates`, as sections of an update expression. */
export function legacySections(
  updates: Readonly<Record<string, { Action?: string; Value?: AttributeValue }>>,
): Section[] {
  return Object.entries(updates).map(([name, { Action: action, Value: value }]) => {
    const path = [name];
    const type = action === 'ADD' ? 'add' : action === 'DELETE' && value ? 'delete' : undefined;
    if (value === undefined) return { type: 'remove', path, val: path };
    if (type === 'add' && typeOf(value) === 'L') {
      const old = { type: 'function', name: 'if_not_exists', args: [path, { L: [] }] };
      return { type: 'set', path, val: { type: 'function', name: 'list_append', args: [old, value] } };
    }
    return { type: type ?? 'set', path, val: value };
  });
}
