import validations from 'dynalite/validations/index.js';
import { dynamoError } from './dynamoError.ts';

/** dynalite's description of a request: the types of its fields, and what must hold of them together. */
export interface RequestShape {
  readonly types: Record<string, object | string>;
  readonly custom?: ((data: never, store: object) => string | undefined) | undefined;
}

export const MAX_ITEM_BYTES = 400 * 1024;
const LIMITS = { options: { maxItemSize: MAX_ITEM_BYTES } };

/** The request with unknown fields dropped, numbers brought to one spelling and expressions parsed (`_condition`, `_updates`, …). */
export function checkRequest<T>(body: unknown, shape: RequestShape): T {
  const data = validations.checkTypes(body, shape.types);
  validations.checkValidations(data, shape.types, shape.custom, LIMITS);
  return data as T;
}

/** The second half alone, for a part of a request whose types were checked with the whole. */
export function checkTogether(data: object, shape: RequestShape): void {
  const message = shape.custom?.(data as never, LIMITS);
  if (message) throw dynamoError('ValidationException', message);
}
