import { findMaterials } from '../../../../bots/engine/words/findMaterials.ts';

const MATERIALS = [
  { name: '申请人身份证' },
  { name: '户口簿' },
  { name: '家庭收入证明' },
  { name: '居住证明' },
];

describe('materials that words mean', () => {
  test.each([
    ['户口本', ['户口簿']],
    ['收入证明和户口簿', ['户口簿', '家庭收入证明']],
    ['身份证', ['申请人身份证']],
    ['居住证明', ['居住证明']],
    ['证明', ['家庭收入证明', '居住证明']],
    ['什么都没有', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(findMaterials(text, MATERIALS).map(({ name }) => name)).toEqual(names);
  });
});
