import { publicWords } from '../../../shared/domain/similar/publicWords.ts';

test.each([
  ['已到3号楼2单元501室更换阀门', '已到更换阀门'],
  ['建设路12号门前更换光源', '建设路门前更换光源'],
  ['五栋二单元门口装隔离柱两根', '门口装隔离柱两根'],
  ['12-3-501室内查漏', '室内查漏'],
  ['对501房间检查', '对检查'],
  ['联系业主张建国，电话13812345678，同意自拆', '联系业主某某，电话，同意自拆'],
  ['王阿姨家漏水已修好', '某阿姨家漏水已修好'],
  ['与李秀英女士沟通', '与某女士沟通'],
  ['投诉人：欧阳娜娜的要求', '投诉人某某的要求'],
  ['经办人：陈志强。', '经办人某某。'],
  ['老王说好了', '某人说好了'],
  ['车主粤B12345已挪车', '车主某车已挪车'],
  ['身份证110101199003071234', '身份证'],
  ['邮箱 zhang.san@example.com', '邮箱 '],
])('%s is told without whom and where: %s', (words, told) => {
  expect(publicWords(words, 200)).toBe(told);
});

test.each([
  '更换灯泡3盏，6号线出口',
  '24-48小时内完成，2026-09-28复查',
  '居民万分感谢，业主高度认可',
  '和老人沟通，陪老人就医',
  '负责人马上整改，工人正在施工',
  '更换240升垃圾桶6只，两户居民搬走',
])('%s has nothing private and stays', (words) => {
  expect(publicWords(words, 200)).toBe(words);
});

test('long words are cut, and it is seen', () => {
  expect(publicWords('换'.repeat(300), 100)).toBe(`${'换'.repeat(99)}…`);
});
