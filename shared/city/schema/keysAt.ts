import { z } from 'zod';
import type { Path } from '../source/Source.ts';

/** The keys that a schema allows at a path; none where it is not an object. */
export const keysAt = (schema: unknown, path: Path): readonly string[] => {
  const plain = unwrap(schema);
  if (path.length === 0) return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
  const [step, ...rest] = path;
  if (plain instanceof z.ZodObject) return keysAt(plain.shape[String(step)], rest);
  if (plain instanceof z.ZodArray) return keysAt(plain.element, rest);
  return [];
};

const unwrap = (schema: unknown): unknown => {
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault
  )
    return unwrap(schema.unwrap());
  return schema;
};
