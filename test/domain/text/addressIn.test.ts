import { addressIn } from '../../../shared/domain/text/addressIn.ts';

describe('an address with its number, known or not', () => {
  test.each([
    ['火星路1号', '火星路1号'],
    ['火星路十二号的路灯坏了', '火星路十二号'],
    ['就在月球小区3栋', '月球小区3栋'],
    ['月球新村三号楼', '月球新村三号楼'],
    ['桂花弄 5 号', '桂花弄5号'],
    ['火星路12-3号', '火星路12-3号'],
  ])('is in %s', (text, address) => expect(addressIn(text)).toContain(address));

  test.each([
    '路灯坏了',
    '12号停水了',
    '建设路3号线',
    '12路公交车',
    '火星路上',
    '小区3幢',
    '电话13800000000',
    '',
  ])('is not in %s', (text) => expect(addressIn(text)).toBeUndefined());
});
