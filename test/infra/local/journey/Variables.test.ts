import { Variables } from '../../../../infra/local/journey/Variables.ts';

const variables = new Variables();
variables.set('case', '202609280000001');
variables.set('号', 'a.b');

describe('variables', () => {
  test.each([
    ['签收 $case', '签收 202609280000001'],
    ['$case谢谢', '202609280000001谢谢'],
    ['$\u007bcase}1', '2026092800000011'],
    ['$case2', '$case2'],
    ['$other $ $1', '$other $ $1'],
    ['$号', 'a.b'],
  ])('%s becomes %s', (text, filled) => {
    expect(variables.fill(text)).toBe(filled);
  });

  test('stand for themselves in an expression, whose own $ stays', () => {
    expect(variables.fillExpression('^$号$')).toBe('^a\\.b$');
  });
});
