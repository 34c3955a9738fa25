/** What of a JSON schema is told. */
export interface Shape {
  readonly title?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** A schema in one line: `{ unit: code, assist?: [{ unit: code, after?: code }] ≤ 9 }`. */
export const shapeText = (shape: Shape): string => {
  if (shape.title !== undefined) return shape.title;
  if (shape.const !== undefined) return `"${shape.const}"`;
  if (shape.enum) return shape.enum.map((value) => `"${value}"`).join(' or ');
  if (shape.anyOf) return shape.anyOf.map(shapeText).join(' or ');
  if (shape.items) return `[${shapeText(shape.items)}]${most(shape.maxItems)}`;
  if (shape.properties) {
    const fields = fieldsOf(shape);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return `${shape.type === 'string' ? 'text' : shape.type}${most(shape.maxLength)}`;
};

/** The fields of an object, those in `left` left out. */
export const fieldsOf = (
  { properties = {}, required = [] }: Shape,
  ...left: readonly string[]
): readonly string[] =>
  Object.entries(properties)
    .filter(([name]) => !left.includes(name))
    .map(([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeText(field)}`);

const most = (count: number | undefined): string => (count === undefined ? '' : ` ≤ ${count}`);
