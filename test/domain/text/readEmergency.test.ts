import { readEmergency } from '../../../shared/domain/text/readEmergency.ts';
import { empty, letters, seen, unseen } from './utterances.ts';

describe('an emergency', () => {
  test.each([
    [
      'fire',
      [
        '着火了',
        '我家着火了，快来人',
        '楼下起火了！',
        '厨房烧起来了',
        '仓库火灾',
        '楼上冒浓烟',
        '煤气罐着火了',
        '着火了怎么办',
      ],
    ],
    [
      'injury',
      [
        '有人晕倒',
        '老人倒在地上没有呼吸',
        '有人受伤了',
        '有人被车撞伤了',
        '路口车祸',
        '奶奶昏过去了',
        '有人喝农药',
        '孩子流了好多血',
        '救命',
      ],
    ],
    ['crime', ['有人打架', '楼下打起来了', '有人抢劫', '有人持刀', '有小偷', '有人在撬门', '我的包被抢了']],
    ['gas', ['煤气泄漏', '家里燃气漏了', '闻到煤气味', '天然气管道漏气', '楼道煤气味很大']],
    ['rescue', ['有人落水', '小孩掉井里了', '有人掉进河里了', '老人被困在家里', '有人要跳楼']],
    ['shock', ['有人触电', '我爸触电了', '小孩被电到了', '不小心触电了']],
  ] as const)('of kind %s is heard', (kind, texts) => {
    for (const text of texts) expect([text, readEmergency(text)[0]]).toEqual([text, kind]);
  });

  test('can be of several kinds at once, each told once', () => {
    expect(readEmergency('建设路12号着火了，火很大，着火了！有人受伤')).toEqual(['fire', 'injury']);
  });

  test.each([
    '没有着火',
    '没着火',
    '不是着火',
    '并没有着火',
    '已经没有着火了',
    '去年着过火',
    '去年这里着火了',
    '上个月隔壁楼着火，消防车进不来',
    '怕着火',
    '担心着火',
    '万一着火了跑不掉',
    '电动车在楼道充电，容易着火',
    '差点着火',
    '灭火器过期',
    '火灾隐患',
    '着火点',
    '消防演练',
    '火已经扑灭了',
    '着火的事已经解决了',
    '没有人晕倒',
    '没人受伤',
    '以前有人晕倒过',
    '差点砸到人',
    '吓死人了',
    '呛死人',
    '没有打架',
    '邻居以前打过架',
    '邻居吵架',
    '打架的事处理了吗',
    '没有抢劫',
    '井盖被偷了',
    '有人偷排污水',
    '路被抢修的车占了',
    '煤气没有泄漏',
    '没有煤气味',
    '怕煤气泄漏',
    '煤气井盖没了',
    '去年有人落水',
    '小心落水',
    '路面塌了，怕有人掉进坑里',
    '没触电',
    '小心触电',
    '防止触电',
    '路灯坏了',
    '空中风筝太多',
    '大火锅店油烟',
  ])('is not in %s', (text) => expect(readEmergency(text)).toEqual([]));

  test('is in no ordinary message', () => {
    const told = [...seen, ...unseen, ...letters]
      .map(({ text }) => text)
      .concat(empty)
      .filter((text) => readEmergency(text).length > 0);
    // People are stuck in the first; whoever asks the second may mean it.
    expect(told.sort()).toEqual(['消防通道停满了车，着火了怎么办', '电梯困人了，老人在里面吓坏了'].sort());
  });
});
