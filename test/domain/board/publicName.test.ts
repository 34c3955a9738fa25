import { publicName } from '../../../shared/domain/board/publicName.ts';

test.each([
  ['宋文斌', 'supervisor', '宋网格员'],
  ['欧阳文斌', 'supervisor', '欧阳网格员'],
  ['诸葛亮', 'leader', '诸葛负责人'],
  ['欧阳', 'supervisor', '欧网格员'],
  ['  王敏 ', 'leader', '王负责人'],
  ['阿依古丽·买买提', 'supervisor', '阿网格员'],
  ['𠮷田', 'supervisor', '𠮷网格员'],
  ['', 'supervisor', '网格员'],
] as const)('by surname %s (%s) is %s', (name, role, shown) => {
  expect(publicName(name, role, 'surname')).toBe(shown);
});

test('the whole name is the whole name, and a post without one has its title', () => {
  expect(publicName('宋文斌', 'supervisor', 'full')).toBe('宋文斌');
  expect(publicName(' ', 'leader', 'full')).toBe('负责人');
});
