import { readPrivacy, saysOnlyPrivacy } from '../../../../bots/engine/words/readPrivacy.ts';

describe('who may learn that it was them', () => {
  test.each([
    ['匿名举报建设路12号路灯坏了', 'anonymous'],
    ['我要匿名', 'anonymous'],
    ['可以匿名吗', 'anonymous'],
    ['不要实名', 'anonymous'],
    ['请保密', 'confidential'],
    ['别说是我说的', 'confidential'],
    ['不要告诉他们是我', 'confidential'],
    ['别让邻居知道是我报的', 'confidential'],
    ['不要透露我的名字', 'confidential'],
    ['能不能别告诉城管是谁举报的', 'confidential'],
    ['不用匿名', 'open'],
    ['不匿名了', 'open'],
    ['不需要匿名', 'open'],
    ['不用保密', 'open'],
    ['实名举报', 'open'],
  ])('%s', (text, said) => {
    expect(readPrivacy(text)).toBe(said);
  });

  test.each([
    ['路灯坏了'],
    ['保密局旁边路灯坏了'],
    ['有人发匿名信骚扰'],
    ['别说没人管'],
    ['是我报的'],
    ['不知道是谁扔的垃圾'],
  ])('%s says nothing of it', (text) => {
    expect(readPrivacy(text)).toBeUndefined();
  });

  test('alone it is no part of a description', () => {
    expect(saysOnlyPrivacy('我要匿名举报')).toBe(true);
    expect(saysOnlyPrivacy('不用匿名了')).toBe(true);
    expect(saysOnlyPrivacy('匿名举报建设路12号路灯坏了')).toBe(false);
  });
});
