import { cannotSay } from '../../../shared/domain/text/cannotSay.ts';

describe('somebody who cannot tell where it is', () => {
  test.each([
    '不知道',
    '我不知道',
    '我也不知道。',
    '不清楚',
    '不太清楚',
    '说不清',
    '说不清楚',
    '说不清楚在哪',
    '说不上来',
    '不知道叫什么名字',
    '我也不认识这是哪里',
    '不晓得',
    '记不清了',
    '不知道是几号楼',
    '具体位置不清楚',
    '这是哪里我也不知道',
    '我们真的不确定啊',
  ])('says %s', (text) => expect(cannotSay(text)).toBe(true));

  test.each([
    '知道',
    '我知道在哪里',
    '不是不知道',
    '谁不知道那座桥',
    '不知道谁把井盖偷了',
    '不清楚的路牌旁边',
    '不知道，大概在3号楼',
    '你知道吗',
    '你不知道吗',
    '不知道？',
    '路灯不亮',
    '不在这里',
    '没有',
    '',
  ])('does not by %s', (text) => expect(cannotSay(text)).toBe(false));
});
