import { readLeave } from '../../../../bots/engine/leave/readLeave.ts';

const TODAY = '2026-09-28';

test.each([
  ['请假', undefined],
  ['我要请假', undefined],
  ['领导，我想请个假', undefined],
  ['请年假', undefined],
  ['我明天请假', { kind: 'days', from: '2026-09-29', to: '2026-09-29' }],
  ['明天请假，家里有事', { kind: 'days', from: '2026-09-29', to: '2026-09-29' }],
  ['身体不舒服，明天请病假', { kind: 'days', from: '2026-09-29', to: '2026-09-29' }],
  ['请假3天', { kind: 'count', count: 3 }],
  ['请两天假', { kind: 'count', count: 2 }],
  ['请假 10月1日到10月7日', { kind: 'days', from: '2026-10-01', to: '2026-10-07' }],
  ['我请假，10月1日 到 7日', { kind: 'days', from: '2026-10-01', to: '2026-10-07' }],
  ['下周一到周三请假', { kind: 'days', from: '2026-10-05', to: '2026-10-07' }],
  ['今天起请假', { kind: 'open', from: '2026-09-28' }],
  ['从后天开始请三天', { kind: 'days', from: '2026-09-30', to: '2026-10-02' }],
])('%s asks to be away', (text, named) => {
  expect(readLeave(text, TODAY)).toEqual({ kind: 'leave', ...(named ? { named } : {}) });
});

test.each(['销假', '我要销假', '我回来上班了', '销假。', '恢复上班'])(
  '%s says that somebody is back',
  (text) => {
    expect(readLeave(text, TODAY)).toEqual({ kind: 'return' });
  },
);

test.each([
  '不请假',
  '没请假',
  '明天不请假了',
  '我不想请假',
  '别请假',
  '请假条',
  '请假的人多',
  '小王请假',
  '他明天请假',
  '请假？',
  '可以请假吗',
  '请假3天，算了不请了',
  '请假手续怎么办',
  '不销假',
  '没有销假',
  '明天销假',
  '取消请假',
  '他回来上班了吗',
])('%s only speaks of it', (text) => {
  expect(readLeave(text, TODAY)).toEqual({ kind: 'mention' });
});

test.each(['明天来修路灯', '请明天来修', '垃圾没人清', '10月1日到10月7日', '属实', ''])(
  '%s is about something else',
  (text) => {
    expect(readLeave(text, TODAY)).toBeUndefined();
  },
);
