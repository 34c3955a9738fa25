import { isNotYet } from '../../../shared/domain/text/isNotYet.ts';

describe('not yet', () => {
  test.each('先别报 先别提交 等一下再报 等一下 等会儿 我再想想 明天再报 慢着 先不要提交'.split(' '))(
    '%s',
    (text) => expect(isNotYet(text)).toBe(true),
  );

  test.each(['报吧', '提交', '马上报', '等了三天没人修', '等一下灯罩要掉了', '不等了', '好的', ''])(
    'is not said by %s',
    (text) => expect(isNotYet(text)).toBe(false),
  );
});
