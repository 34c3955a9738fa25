import { readFileSync } from 'node:fs';
import { describeApi } from '../../../infra/commands/api/describeApi.ts';
import { shapeText } from '../../../infra/commands/api/shapeText.ts';
import { doorNames, routes } from '../../../infra/routes.ts';
import { commandSchema } from '../../../shared/contracts/command.ts';

test('docs/api.md is what routes, schemas and rules give', () => {
  expect(readFileSync('docs/api.md', 'utf8')).toBe(describeApi());
});

test('it has every door and every command', () => {
  const page = describeApi();
  for (const name of doorNames) expect(page).toContain(`| \`${routes[name]}\` |`);
  for (const { shape } of commandSchema.options) expect(page).toContain(`| \`${shape.type.value}\` |`);
});

test('a shape is told in one line', () => {
  const text = { type: 'string', maxLength: 9 };
  const shape = {
    properties: {
      a: text,
      b: { enum: ['x', 'y'] },
      c: { items: { title: 'code' }, maxItems: 3 },
      d: { anyOf: [{ const: 'z' }, { type: 'integer' }] },
      e: { properties: {} },
    },
    required: ['a', 'c'],
  };
  expect(shapeText(shape)).toBe('{ a: text ≤ 9, b?: "x" or "y", c: [code] ≤ 3, d?: "z" or integer, e?: {} }');
});
