import { answerTurn } from '../../../bots/engine/answerTurn.ts';
import { renderPlain } from '../../../bots/engine/renderPlain.ts';
import type { Session } from '../../../bots/engine/Session.ts';
import type { CaseNotice, Notice } from '../../../shared/contracts/notice.ts';
import { at } from '../../support/lifeOf.ts';
import { townKnowledge } from './support/townKnowledge.ts';

const know = townKnowledge();
const NUMBER = '202609280000001';

const notice = (kind: CaseNotice['kind'], more: Partial<CaseNotice> = {}): CaseNotice => ({
  id: `${NUMBER}#4#0`,
  kind,
  number: NUMBER,
  service: '路灯异常',
  place: '建设路12号',
  point: { lng: 121.471, lat: 31.231 },
  text: '路灯坏了',
  photos: [],
  urgent: false,
  ...more,
});

const hear = (one: Notice, session: Session = { seen: [], lastAt: 0 }) => {
  const turn = { id: one.id, conversation: 'web:r-1', at: 1, said: { kind: 'notice', notice: one } } as const;
  const step = answerTurn(session, turn, know, {});
  if (step.kind === 'asks') throw new Error('A notice asks nothing');
  return { ...step, text: step.replies.map(renderPlain).join('\n---\n') };
};

describe('a notice', () => {
  test.each([
    ['verifyTask', '请核实', '1 属实\n2 不属实\n3 修改\n4 并案\n5 当场办结\n6 补材料\n7 问专家'],
    ['unitTask', '请签收', '1 签收\n2 退回\n3 转办\n4 会办\n5 补材料'],
    ['assistTask', '请协办', '1 签收\n2 退回\n3 转办'],
    ['reworkTask', '请返工', '1 办结\n2 退回\n3 延期\n4 会办\n5 转办\n6 挂账\n7 补材料\n8 问专家'],
    ['checkTask', '请核查', '1 合格\n2 不合格'],
    ['dispatchTask', '请派遣', '1 指挥中心\n2 环卫所\n3 路灯管理所\n4 不予受理\n5 并案\n6 补材料\n7 问专家'],
    ['appealTask', '居民申诉', '1 受理\n2 维持不受理\n3 问专家'],
    ['decideTask', '请决定', '1 指挥中心\n2 环卫所\n3 路灯管理所\n4 结束'],
    ['approveTask', '请审批', '1 同意\n2 不同意'],
    ['expertTask', '请专家给意见', '1 应当受理\n2 不予受理'],
    ['visitTask', '请回访', '1 居民满意\n2 还要返工'],
    ['result', '办好了', 'A 非常满意\nB 满意\nC 一般\nD 不满意'],
    ['rateReminder', '还没有评价', 'A 非常满意\nB 满意\nC 一般\nD 不满意'],
  ] as const)('%s is a card with the choices that work', (kind, words, choices) => {
    const { text, replies, session } = hear(notice(kind));
    expect(text).toContain(words);
    expect(text.endsWith(choices)).toBe(true);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.card).toBe(`${NUMBER}#4`);
    expect(Object.keys(session.cards ?? {})).toEqual([`${NUMBER}#4`]);
  });

  test('a task near the border of another cell says so to whoever looks there, and only there', () => {
    const near = { point: { lng: 121.4729, lat: 31.231 } };
    expect(hear(notice('verifyTask', near)).text).toMatch(/位置离东网格约 (?:9|10) 米，可能在那边/u);
    expect(hear(notice('verifyTask', { point: { lng: 121.473, lat: 31.231 } })).text).toContain(
      '位置正在与西网格的交界处',
    );
    expect(hear(notice('verifyTask')).text).not.toContain('位置离');
    expect(hear(notice('unitTask', near)).text).not.toContain('位置离');
  });

  test.each([
    ['corrected', { was: { service: '井盖异常' } }, '把您报的「井盖异常」改为「路灯异常」。\n受理编号'],
    [
      'corrected',
      { condition: '成片', was: { service: '路灯异常', condition: '单盏' }, finish: at('2026-09-28 18:00') },
      '把您报的「路灯异常（单盏）」改为「路灯异常（成片）」。\n时限也随之改变，最迟办好：09月28日 18:00。',
    ],
    ['accepted', { unit: '路灯管理所' }, '由路灯管理所办理'],
    ['accepted', {}, '正在确定承办单位'],
    ['reworking', { unit: '路灯管理所', words: '还是不亮' }, '已退回路灯管理所重新办理'],
    ['filedUnrated', {}, '按「未评价」归档'],
    ['supplemented', { words: '灯罩碎了', photos: ['photos/x/1'] }, '补充：灯罩碎了\n照片：1 张'],
    ['urged', { count: 2 }, '报事人催办（第 2 次）'],
    ['joined', { count: 3 }, '一共 3 人'],
    ['urge', { stage: 'checking', due: at('2026-09-28 14:30') }, '时限：09月28日 14:30'],
    ['yellow', { stage: 'handling', late: '路灯管理所' }, '黄牌：处置中超时没有办。'],
    ['red', { stage: 'handling', late: '路灯管理所' }, '责任：路灯管理所'],
    ['list', { stage: 'handling', listedDue: at('2026-10-12 17:30') }, '挂牌期限：10月12日 17:30'],
    [
      'red',
      { stage: 'handling', steps: ['urge', 'yellow', 'red'] },
      '红牌督办：处置中超时没有办，请督促。\n这一件先后到了：催办、黄牌、红牌督办。',
    ],
    ['stopped', { words: '自己好了' }, '这一件不用再办了。\n原因：自己好了'],
    ['released', {}, '您单位不用再办了'],
    ['approved', { request: { kind: 'extend', unit: '路灯管理所', by: '2wd' } }, '同意延期 2 个工作日'],
    ['rejected', { request: { kind: 'suspend', unit: '路灯管理所' }, words: '理由不充分' }, '没有同意挂账'],
    ['rejected', { request: { kind: 'extend', unit: '路灯管理所', by: '2wd' } }, '到时没有批复，不作数'],
    ['assistDone', { unit: '供电公司', words: '停了电' }, '供电公司办好了它的一份'],
  ] as const)('%s is told in words without buttons', (kind, more, words) => {
    const { text, replies } = hear(
      notice(kind, { ...(more as Partial<CaseNotice>), photos: 'photos' in more ? [...more.photos] : [] }),
    );
    expect(text).toContain(words);
    expect(text).toContain(NUMBER);
    expect(replies[0]?.choices).toBeUndefined();
  });

  test('carries photos and place of a task, and says that it is urgent', () => {
    const { replies, text } = hear(notice('verifyTask', { photos: ['photos/x/1'], urgent: true }));
    expect(replies[0]).toMatchObject({
      photos: ['photos/x/1'],
      point: { lng: 121.471, lat: 31.231, name: '建设路12号' },
    });
    expect(text).toContain('【紧急】请核实');
  });

  test('of a task says the condition, where there is one', () => {
    expect(hear(notice('unitTask', { condition: '成片', urgent: true })).text).toMatch(
      /^【紧急】请签收：路灯异常\n情形：成片\n编号/u,
    );
    expect(hear(notice('unitTask')).text).not.toContain('情形');
  });

  test('of the same case takes the place of the older card, and twelve cards are kept', () => {
    let session: Session = { seen: [], lastAt: 0 };
    for (let n = 1; n <= 14; n++) {
      const number = `2026092800000${String(n).padStart(2, '0')}`;
      session = hear(notice('unitTask', { id: `${number}#4#0`, number }), session).session;
    }
    const again = hear(
      notice('reworkTask', { id: '202609280000014#9#0', number: '202609280000014' }),
      session,
    );
    const cards = Object.keys(again.session.cards ?? {});
    expect(cards).toHaveLength(12);
    expect(cards.at(-1)).toBe('202609280000014#9');
    expect(cards).not.toContain('202609280000014#4');
    expect(cards).not.toContain('202609280000001#4');
  });

  test('of a clock has the buttons of the open card, only while that stage lasts', () => {
    const { session } = hear(notice('unitTask'));
    expect(hear(notice('reminder', { id: `${NUMBER}#5#0`, stage: 'assigned' }), session).text).toContain(
      '1 签收',
    );
    expect(hear(notice('reminder', { id: `${NUMBER}#6#0`, stage: 'handling' }), session).text).not.toContain(
      '签收',
    );
  });

  test('that shows a card again gives it an id of its own, since a page closes the buttons of a pressed card', () => {
    const first = hear(notice('unitTask'));
    const second = hear(notice('reminder', { id: `${NUMBER}#5#0`, stage: 'assigned' }), first.session);
    const third = hear(notice('urge', { id: `${NUMBER}#6#0`, stage: 'assigned' }), second.session);
    const ids = [first, second, third].map(({ replies }) => replies[0]?.card);
    expect(ids).toEqual([`${NUMBER}#4`, `${NUMBER}#4.2`, `${NUMBER}#4.3`]);
    expect(Object.keys(third.session.cards ?? {})).toEqual([`${NUMBER}#4.3`]);
  });

  test('leaves a form in progress as it is', () => {
    const form = { text: '垃圾没人收', service: '06010', photos: [], misses: 0, steps: [] };
    const session: Session = { seen: [], lastAt: 0, form };
    for (const kind of ['accepted', 'result', 'declined', 'verifyTask'] as const)
      expect(hear(notice(kind), session).session.form).toEqual(form);
  });
});
