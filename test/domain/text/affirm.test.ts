import { AFFIRMATIVE, NEGATIVE, readYesNo } from '../../../shared/domain/text/affirm.ts';

const BEFORE = [
  '不',
  '没',
  '没有',
  '别',
  '先别',
  '先不',
  '不是',
  '还没',
  '还不',
  '不太',
  '未',
  '并不',
  '不能',
  '不要',
  '无法',
  '暂不',
  '怎么',
  '我不',
  '是不是',
  '要不要',
];
const AFTER = [
  '不了',
  '吗',
  '吗？',
  '？',
  '?',
  '不对',
  '个头',
  '才怪',
  '，才怪',
  '，但是不对',
  '不',
  '不成',
  '，等一下',
  '，我再想想',
  '❌',
];
const yes = [...AFFIRMATIVE];
const no = [...NEGATIVE];

describe('readYesNo', () => {
  test('no phrase is both', () => {
    expect(yes.filter((phrase) => NEGATIVE.has(phrase))).toEqual([]);
  });

  test.each(yes)('%s is a yes, however it is punctuated', (phrase) => {
    for (const said of [
      phrase,
      `${phrase}。`,
      `${phrase}！！`,
      ` ${phrase} `,
      `「${phrase}」`,
      `${phrase}～`,
      `${phrase}，谢谢`,
      `${phrase}👍`,
    ]) {
      expect([said, readYesNo(said)]).toEqual([said, 'yes']);
    }
  });

  test.each(yes)('no denial, doubt or condition of %s is a yes', (phrase) => {
    const said = [...BEFORE.map((word) => `${word}${phrase}`), ...AFTER.map((word) => `${phrase}${word}`)];
    expect(said.filter((text) => readYesNo(text) === 'yes' && !AFFIRMATIVE.has(text))).toEqual([]);
  });

  test.each(no)('%s is a no', (phrase) => {
    for (const said of [phrase, `${phrase}。`, ` ${phrase}！`, `${phrase}，谢谢`, `${phrase}吧`]) {
      expect([said, readYesNo(said)]).toEqual([said, 'no']);
    }
  });

  test.each(no)('no question about %s is an answer', (phrase) => {
    expect(readYesNo(`${phrase}？`)).toBeUndefined();
    expect(readYesNo(`${phrase}吗`)).toBeUndefined();
  });

  test.each([
    '对对对',
    '是是是',
    '好好好',
    '嗯嗯',
    '嗯嗯嗯',
    '好的好的',
    '是的是的',
    '对，是的',
    '嗯，没错',
    '好的，确认',
    '确认吧',
    '好吧',
    '好啊',
    '行吧',
    'OK',
    'Ok！',
    'ｏｋ',
    'YES',
    '对！',
    '对 对',
    '是的，谢谢您',
    '没问题',
    '没错，就是这个',
    '好哦',
    '好啦',
    '提交吧',
    '可以啊',
  ])('%s is a yes', (said) => {
    expect(readYesNo(said)).toBe('yes');
  });

  test.each([
    '不是',
    '不好',
    '不对',
    '不是不是',
    '不不不',
    '不用，谢谢',
    '不是，是红绿灯',
    '不对，地址错了',
    '先别确认，我再看看',
    '确认不了',
    '不确认',
    '先别提交',
    '算了吧',
    '不用啦',
    '没有',
    '否',
  ])('%s is a no', (said) => {
    expect(readYesNo(said)).toBe('no');
  });

  test.each([
    '还没修好',
    '没修好',
    '修好了',
    '修好了吗',
    '已经修好了，不用了吧？',
    '不好了',
    '好不好',
    '对不对',
    '是不是',
    '行不行',
    '可以吗',
    '对吗',
    '对吧',
    '是吧',
    '可以吧',
    '好像不对',
    '不一定',
    '不知道',
    '不确定',
    '可能是',
    '也许',
    '应该是吧',
    '好，但是地址不对',
    '对，不过是14号',
    '是的，不对',
    '确认，不',
    '好的，什么时候来？',
    '好什么好',
    '好多垃圾',
    '行人道坏了',
    '是路灯',
    '对面',
    '要下雨了',
    '中山路',
    '可以的话明天来',
    '确认一下',
    '确认地址',
    '不错',
    '对不起',
    '不好意思',
    '',
    '。',
    '😀',
    '谢谢',
    '哈哈',
    '1',
    '路灯坏了',
    '好'.repeat(100),
  ])('%s is neither', (said) => {
    expect(readYesNo(said)).toBeUndefined();
  });
});
