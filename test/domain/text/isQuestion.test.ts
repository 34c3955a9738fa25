import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';

describe('a question', () => {
  test.each(['怎么弄', '这个谁来修', '要钱吗', '可以吗？', '什么意思', '请问要多久', '然后呢', '好？'])(
    'is %s',
    (text) => expect(isQuestion(text)).toBe(true),
  );
  test.each(['晚上很危险', '好的', '灯罩也要掉下来了', '那么黑的路', '有人吗啡中毒', ''])(
    'is not %s',
    (text) => expect(isQuestion(text)).toBe(false),
  );
});
