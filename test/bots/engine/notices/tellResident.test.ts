import { answerTurn } from '../../../../bots/engine/answerTurn.ts';
import { renderPlain } from '../../../../bots/engine/renderPlain.ts';
import type { Session } from '../../../../bots/engine/Session.ts';
import type { CaseNotice } from '../../../../shared/contracts/notice.ts';
import { RESIDENT_TELLINGS } from '../../../../shared/domain/case/react/Telling.ts';
import { at } from '../../../support/lifeOf.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

const NUMBER = '202609280000001';
const OWN = '202609280000002';
const know = townKnowledge();

let told = 0;

const notice = (kind: CaseNotice['kind'], more: Partial<CaseNotice> = {}): CaseNotice => ({
  id: `${NUMBER}#${++told}#0`,
  kind,
  number: NUMBER,
  service: '路灯异常',
  place: '建设路12号',
  text: '路灯坏了',
  photos: [],
  urgent: false,
  ...more,
});

const hear = (one: CaseNotice, session: Session = { seen: [], lastAt: 0 }) => {
  const turn = {
    id: one.id,
    conversation: 'web:r-1',
    at: at('2026-09-28 12:00'),
    said: { kind: 'notice', notice: one },
  } as const;
  const step = answerTurn(session, turn, know, {});
  if (step.kind === 'asks') throw new Error(`asks ${JSON.stringify(step.asks)}`);
  return { text: step.replies.map(renderPlain).join('\n'), session: step.session };
};

const due = at('2026-10-10 17:30');

describe('what a resident is told of their case', () => {
  test.each([
    ['declined', { words: '现场没有发现' }, '原因：现场没有发现'],
    ['declined', { words: '灯是亮的', appealed: true }, '上一级看过了'],
    ['owedLapsed', { words: '户口簿' }, '「户口簿」到期没有补交，按您的承诺'],
    ['supplyReminder', { owed: [{ name: '户口簿', due }] }, '还欠：户口簿，请在 10月10日 17:30 前补交'],
    ['merged', { into: OWN }, `和 ${OWN} 是同一件事`],
    ['unmerged', {}, '改为单独办理'],
    ['askMaterial', { words: '灯杆编号', due, stage: 'waiting' }, '10月10日 17:30 前答复就行'],
    ['materialReminder', { words: '灯杆编号', due, stage: 'waiting' }, '还在等您补充'],
    ['materialLapsed', {}, '按现有的材料接着办'],
    ['extended', { words: '缺配件', due }, '改为最迟 10月10日 17:30 办好。\n原因：缺配件'],
    [
      'suspended',
      { words: '整条路要改造', due },
      '先挂账，条件有了再办。\n原因：整条路要改造\n最迟 10月10日 17:30 再看一次',
    ],
    ['goesOn', { due }, '接着办了，最迟 10月10日 17:30 办好'],
    [
      'contained',
      { words: '先围起来了', due },
      '已经应急处置，现在不危险了，接着修复，最迟 10月10日 17:30 修好。\n处理情况：先围起来了',
    ],
    [
      'reworking',
      { unit: '路灯管理所', words: '还是不亮', due },
      '已退回路灯管理所重新办理，最迟 10月10日 17:30。\n原因：还是不亮',
    ],
    ['escalated', { words: '还是不亮', due }, '交给上一级决定，最迟 10月10日 17:30。\n原因：还是不亮'],
    ['concluded', { words: '等改造' }, '由上一级决定就此办结，已经归档。\n原因：等改造'],
  ] as const)('%s', (kind, more, words) => {
    const { text } = hear(notice(kind, more as Partial<CaseNotice>));
    expect(text).toContain(words);
    expect(text).toContain(NUMBER);
  });

  test.each(RESIDENT_TELLINGS)('%s names no code and nothing that is not known', (kind) => {
    const { text } = hear(notice(kind));
    expect(text).toContain(NUMBER);
    expect(text).not.toMatch(/undefined|null|NaN|[a-z]{4,}/u);
    expect(hear(notice(kind, { own: OWN })).text).toContain(OWN);
  });

  test('a button comes along only while nothing else is being asked', () => {
    expect(hear(notice('declined')).text).toContain('1 申诉');
    const busy: Session = {
      seen: [],
      lastAt: 0,
      form: { text: '垃圾没人收', photos: [], service: '06010', misses: 0, steps: [] },
    };
    const { text, session } = hear(notice('declined'), busy);
    expect(text).not.toContain('1 申诉');
    expect(session.question).toBeUndefined();
    expect(session.form?.service).toBe('06010');
  });

  test('a question is waited for until the case goes on without it', () => {
    const asked = hear(notice('askMaterial', { words: '灯杆编号', stage: 'waiting' })).session;
    expect(asked.asked).toEqual([{ number: NUMBER, words: '灯杆编号' }]);
    expect(
      hear(notice('materialReminder', { words: '灯杆编号', stage: 'waiting' }), asked).session.asked,
    ).toHaveLength(1);
    expect(hear(notice('materialLapsed', { stage: 'handling' }), asked).session.asked).toBeUndefined();
    expect(hear(notice('result', { stage: 'rating' }), asked).session.asked).toBeUndefined();
  });

  test.each(['reworking', 'escalated', 'concluded', 'filedUnrated'] as const)(
    '%s ends what asked for a rating',
    (kind) => {
      const rated = hear(notice('result')).session;
      expect(Object.values(rated.cards ?? {})).toEqual(['rate']);
      expect(hear(notice(kind), rated).session.cards).toBeUndefined();
    },
  );
});
