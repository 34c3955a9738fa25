import { deniesAccusing, readAccused } from '../../../../bots/engine/words/readAccused.ts';

const units = [
  '环境卫生管理所',
  '路灯管理所',
  '示例区供水公司',
  '公安分局交通警察大队',
  '城市管理综合执法大队',
  '建设路街道城管中队',
  '人民路街道城管中队',
  '建设路街道办事处',
].map((name) => ({ code: name, name, phone: '', channel: 'web' }));

describe('a unit that is complained about itself', () => {
  test.each([
    ['投诉路灯管理所不作为', ['路灯管理所']],
    ['投诉路灯所', ['路灯管理所']],
    ['举报环卫所收红包', ['环境卫生管理所']],
    ['投诉供水公司乱收费', ['示例区供水公司']],
    ['投诉交警大队态度恶劣', ['公安分局交通警察大队']],
    ['投诉街道办推诿', ['建设路街道办事处']],
    ['举报建设路街道城管中队', ['建设路街道城管中队']],
    ['举报城管中队乱罚款', ['建设路街道城管中队', '人民路街道城管中队']],
    ['城管的人打人', ['建设路街道城管中队', '人民路街道城管中队']],
    ['路灯坏了没人管，路灯所互相推诿', ['路灯管理所']],
  ])('%s', (text, named) => {
    expect(readAccused(text, units)).toEqual(named);
  });

  test.each([
    ['路灯管理所来修过了还是不亮'],
    ['投诉路灯不亮，路灯管理所一直没来'],
    ['投诉路灯管理所门口的路灯不亮'],
    ['我不投诉路灯管理所'],
    ['不是投诉路灯管理所'],
    ['路灯管理所没有不作为'],
    ['环卫车扰民投诉'],
    ['城管一直不来，垃圾没人收'],
    ['野蛮施工'],
    ['(* 不作为'],
  ])('%s merely mentions one, or none', (text) => {
    expect(readAccused(text, units)).toEqual([]);
  });

  test.each([
    ['不是投诉他们', true],
    ['我没有举报单位', true],
    ['不投诉了', true],
    ['投诉', false],
    ['投诉路灯所', false],
  ])('%s denies it: %s', (text, denied) => {
    expect(deniesAccusing(text)).toBe(denied);
  });
});
