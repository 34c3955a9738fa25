import { readHandling } from '../../../../bots/engine/tasks/readHandling.ts';

describe('what is said of a handling', () => {
  test.each([
    '没有照片',
    '没有照片。',
    '没照片',
    '不用照片',
    '不需要照片了',
    '没有图',
    '无图',
    '照片没拍',
    '没拍照片',
    '照片拍不了',
    '这次没有照片',
    '现场没有照片',
    '就是没有照片',
  ])('%s means that there will be no photo', (said) =>
    expect(readHandling(said)).toEqual({ words: '', photo: 'none' }),
  );

  test.each(['无', '没有', '没有了', '不用', '不用了', '跳过', '跳过吧', '略', '直接提交', '提交。'])(
    '%s goes on without what was asked',
    (said) => expect(readHandling(said)).toEqual({ words: '', photo: 'skip' }),
  );

  test.each([
    '照片在后面发',
    '等下发照片',
    '照片等会儿补',
    '照片马上到',
    '照片明天补',
    '还没有照片',
    '暂时没有照片',
    '现在没有照片',
    '先不发照片',
    '没有照片可以吗？',
    '没有照片行吗',
    '不是没有照片',
    '不发照片不行',
    '照片发过了',
    '照片',
    '无？',
    '别跳过',
    '不跳过',
  ])('%s is about the photo, but does not mean that there is none', (said) =>
    expect(readHandling(said)).toEqual({ words: '', photo: 'later' }),
  );

  test.each([
    '换了灯泡，已经亮了',
    '没有发现问题',
    '已经没有垃圾了',
    '无法修复，需要换灯杆',
    '照片上能看到灯亮了',
    '按图施工完毕',
    '照做了',
    '图书馆门口的路灯修好了',
    '照明恢复',
    '没问题',
  ])('%s is the report, word for word', (said) => expect(readHandling(said)).toEqual({ words: said }));

  test.each([
    ['换了灯泡，没有照片', '换了灯泡', 'none'],
    ['换了灯泡 没有照片 已经亮了', '换了灯泡 已经亮了', 'none'],
    ['没有照片，换了灯泡', '换了灯泡', 'none'],
    ['换了灯泡，照片等下发', '换了灯泡', 'later'],
    ['照片在后面，换了灯泡。', '换了灯泡。', 'later'],
    ['没有照片，等下发照片，换了灯泡', '换了灯泡', 'later'],
  ] as const)('%s is both', (said, words, photo) => expect(readHandling(said)).toEqual({ words, photo }));
});
