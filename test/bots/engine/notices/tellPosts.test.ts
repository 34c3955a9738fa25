import { describeHistory } from '../../../../bots/engine/cases/describeHistory.ts';
import { handedOverText, leaveText } from '../../../../bots/engine/notices/tellPosts.ts';
import type { HandedOverNotice, LeaveNotice } from '../../../../shared/contracts/notice.ts';
import type { Entry } from '../../../../shared/domain/case/CaseEvent.ts';
import { at } from '../../../support/lifeOf.ts';
import { smallKnowledge, WEST } from '../../../support/smallCity.ts';

const handed = (more: Partial<HandedOverNotice> = {}): string =>
  handedOverText({
    id: 'a',
    kind: 'handedOver',
    at: 1,
    side: 'gets',
    because: 'ledger',
    count: 4,
    numbers: ['1', '2', '3'],
    people: ['王秀英'],
    posts: [{ role: 'supervisor', area: '西网格' }],
    ...more,
  });

test('whoever gets cases hears how many, the first of them, from whom, and where to look', () => {
  expect(handed()).toBe(
    '岗位交接：西网格的网格监督员原由王秀英负责，现在由您负责。4 件在办的事由您继续办理：1、2、3等。\n回复「待办」查看。',
  );
  expect(handed({ because: 'leave' })).toContain('王秀英不在岗期间，西网格的网格监督员由您代理。4 件');
  expect(handed({ because: 'return' })).toContain('现在由您办理（此前由王秀英代理）');
});

test('of many posts the first are named, and how many they are', () => {
  const posts = ['西', '东', '南'].map((side) => ({ role: 'supervisor', area: `${side}网格` }) as const);
  expect(handed({ posts, postCount: 40 })).toContain('南网格的网格监督员等 40 个岗位原由王秀英负责');
  expect(handed({ posts })).toContain('南网格的网格监督员原由王秀英负责');
});

test('whoever gives them hears who has them, and whether they may still act', () => {
  expect(handed({ side: 'gives' })).toContain(
    '现在由王秀英负责。4 件在办的事已经交出，您不用再办：1、2、3等。',
  );
  expect(handed({ side: 'gives', people: [] })).toContain('现在由上级负责');
  expect(handed({ side: 'gives', because: 'leave' })).toContain('您仍然可以办');
  expect(handed({ side: 'gives', because: 'return' })).toContain('代理结束');
});

test('of a post in which nothing is open that is said, and of a unit’s post the unit', () => {
  const posts = [{ role: 'handler', area: '小城区', unit: '路灯管理所' } as const];
  expect(handed({ count: 0, numbers: [], posts })).toContain('小城区、路灯管理所的处置人员');
  expect(handed({ count: 0, numbers: [] })).toContain('目前没有在办的事');
});

test('a leave is told to who stands in and to who is away, when it begins and when it ends', () => {
  const told = (more: Partial<LeaveNotice>): string =>
    leaveText({
      id: 'a',
      kind: 'leave',
      at: at('2026-09-28 10:00'),
      side: 'standsIn',
      what: 'filed',
      name: '王秀英',
      from: '2026-12-30',
      to: '2027-01-03',
      people: ['周永刚'],
      ...more,
    });
  expect(told({})).toContain('王秀英请假：12月30日至2027年1月3日。这几天王秀英岗位上的事请您代理');
  expect(told({ what: 'ended' })).toContain('王秀英已销假');
  expect(told({ side: 'away' })).toContain('已为您登记请假：12月30日至2027年1月3日，由周永刚代理');
  expect(told({ side: 'away', what: 'ended' })).toContain('已为您销假');
});

test('in the history residents read that somebody took over, and only the staff read who', () => {
  const entry: Entry = {
    number: '1',
    seq: 2,
    at: 1,
    by: { person: 'ledger', role: 'system' },
    command: 'c',
    events: [
      { type: 'handedOver', owner: `supervisor@${WEST}`, from: ['S1'], to: ['S2'], because: 'ledger' },
    ],
    hash: 'h',
  };
  const know = smallKnowledge();
  expect(describeHistory([entry], know)).toEqual([
    { seq: 2, at: 1, words: '负责的网格员换岗，已由接任者继续办理' },
  ]);
  expect(describeHistory([entry], know, 'staff')[0]?.words).toBe(
    '负责的网格员换岗，已由接任者继续办理（姓名S1交给姓名S2）',
  );
});
