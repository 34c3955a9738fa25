import { renderPlain } from '../../../bots/engine/renderPlain.ts';

describe('renderPlain', () => {
  test('puts the choices under the text as numbers', () =>
    expect(renderPlain({ text: '请核实', choices: ['属实', '不属实'] })).toBe('请核实\n1 属实\n2 不属实'));

  test('leaves choices that have their own letter alone', () =>
    expect(renderPlain({ text: '请评价', choices: ['A 非常满意', 'D 不满意'] })).toBe(
      '请评价\nA 非常满意\nD 不满意',
    ));

  test('gives a reply without choices as it is', () =>
    expect(renderPlain({ text: '好的。' })).toBe('好的。'));
});
