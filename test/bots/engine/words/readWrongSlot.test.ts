import { readWrongSlot } from '../../../../bots/engine/words/readWrongSlot.ts';

describe('which part of a report is wrong', () => {
  test.each([
    ['地点不对', 'place'],
    ['位置错了', 'place'],
    ['地址写错了', 'place'],
    ['位置好像不太对', 'place'],
    ['定位不准', 'place'],
    ['改一下地点', 'place'],
    ['我要改地址', 'place'],
    ['好，但是地址不对', 'place'],
    ['不对，地点错了', 'place'],
    ['事情不对', 'service'],
    ['事项错了', 'service'],
    ['情形不对', 'condition'],
    ['情况不是这样', 'condition'],
    ['说明要改', 'text'],
    ['描述错了', 'text'],
    ['照片错了', 'photo'],
    ['照片发错了', 'photo'],
    ['换一张照片', 'photo'],
    ['重新拍照片', 'photo'],
    ['电话写错了', 'phone'],
    ['手机号不对', 'phone'],
  ])('%s: %s', (text, slot) => expect(readWrongSlot(text)).toBe(slot));

  test.each([
    '地点没错',
    '地点对',
    '地点不用改',
    '地点不改',
    '位置没有错',
    '照片不错',
    '照片没问题',
    '地点不对吗？',
    '地点不对，在建设路14号',
    '路牌位置错了，车都开错了',
    '不对',
    '是的',
    '建设路12号',
    '',
  ])('%s: none', (text) => expect(readWrongSlot(text)).toBeUndefined());
});
