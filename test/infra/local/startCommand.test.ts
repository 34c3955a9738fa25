import { startCommand } from '../../../infra/local/startCommand.ts';

describe('a line to type', () => {
  test('asks for what was asked before', () => {
    expect(startCommand({}, {})).toBe('npm start');
    expect(
      startCommand({ data: 'x', port: '8000', engine: 'dynalite', city: 'cities/a', quiet: true }, {}),
    ).toBe('npm start -- --data x --port 8000 --city cities/a --engine dynalite --quiet');
  });

  test('but for what is changed or left out', () => {
    const given = { data: 'x', port: '8000' };
    expect(startCommand(given, { port: undefined, fresh: true })).toBe('npm start -- --fresh --data x');
  });

  test('can be pasted, whatever a folder is called', () => {
    expect(startCommand({ data: "it's mine" }, {})).toBe(`npm start -- --data 'it'\\''s mine'`);
    expect(startCommand({ data: '$HOME' }, {})).toBe(`npm start -- --data '$HOME'`);
  });
});
