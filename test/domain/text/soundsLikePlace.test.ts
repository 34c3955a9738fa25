import { soundsLikePlace } from '../../../shared/domain/text/soundsLikePlace.ts';

describe('words that name no known place', () => {
  test.each([
    '老槐树旁边',
    '就在老槐树旁边那根杆子',
    '火星路1号',
    '月球背面',
    '老槐树',
    '幸福新村3栋',
    '学校门口',
    '太湖路',
  ])('%s is meant as one', (text) => expect(soundsLikePlace(text, false)).toBe(true));

  test.each(['晚上很危险', '一直没人修', '都好几天了', '路灯坏了', '快点', '怎么还没人来'])(
    '%s is not',
    (text) => expect(soundsLikePlace(text, false)).toBe(false),
  );

  test('what may be a matter is one only with the sign of a place', () => {
    expect(soundsLikePlace('黑灯瞎火', true)).toBe(false);
    expect(soundsLikePlace('垃圾到处都是', true)).toBe(false);
    expect(soundsLikePlace('幸福新村的路灯', true)).toBe(true);
  });
});
