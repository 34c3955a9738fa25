import { type AttributeValue, attributeOf, type Item } from './attributeValue.ts';

/** What dynalite's parsers make of condition, filter and update expressions: names and values already put in. */
export type Path = (string | number)[];
export interface Call {
  readonly type: string;
  readonly name?: string;
  readonly args: readonly Operand[];
}
export type Operand = Path | Call | AttributeValue;
export interface Condition {
  readonly expression: Call;
}
export interface Section {
  readonly type: 'set' | 'remove' | 'add' | 'delete';
  readonly path: Path;
  readonly val: Operand;
}
export interface Updates {
  readonly sections: readonly Section[];
  readonly paths: readonly Path[];
}

export function isCall(operand: Operand): operand is Call {
  return !Array.isArray(operand) && 'type' in operand;
}

export function valueAt(path: Path, item: Item | undefined): AttributeValue | undefined {
  let value: AttributeValue | undefined = item && { M: item };
  for (const step of path) {
    value = typeof step === 'number' ? value?.L?.[step] : attributeOf(value?.M, step);
  }
  return value;
}
