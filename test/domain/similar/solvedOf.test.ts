import type { Case } from '../../../shared/domain/case/Case.ts';
import type { CaseEvent, Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { solvedOf } from '../../../shared/domain/similar/solvedOf.ts';
import { tellsHow } from '../../../shared/domain/similar/tellsHow.ts';

const state = (more: Partial<Case> = {}): Case => ({
  number: '202609280000001',
  version: 6,
  hash: '',
  city: 'v1',
  stage: 'closed',
  owner: 'resident@web:r-1',
  kind: 'request',
  service: '01037',
  condition: 'a',
  urgent: false,
  leaf: '990101001001001',
  place: { lng: 121.47, lat: 31.23, name: '建设路12号' },
  text: '建设路12号路灯坏了，我电话13812345678，找王阿姨',
  photos: [],
  reporter: 'web:r-1',
  openedAt: 0,
  tasks: [],
  rounds: 0,
  rating: { overall: 'A', opinion: '王师傅修得快' },
  recent: [],
  ...more,
});
const entry = (...events: readonly CaseEvent[]): Entry => ({
  number: '202609280000001',
  seq: 1,
  at: 0,
  by: { person: 'H3', role: 'handler' },
  command: 'c1',
  events,
  hash: '',
});
const done = (report: string): CaseEvent => ({ type: 'done', unit: 'U03', person: 'H3', report, photos: [] });

test('a filed case teaches what its last report says, without whom and at whose door', () => {
  const history = [
    entry(done('没修好')),
    entry(done('更换光源，请3号楼2单元的李大爷看过，13912345678')),
    entry(),
  ];
  expect(solvedOf(state(), history)).toEqual({
    number: '202609280000001',
    service: '01037',
    condition: 'a',
    leaf: '990101001001001',
    text: '建设路路灯坏了，我电话，找某阿姨',
    report: '更换光源，请的某大爷看过，',
    rounds: 0,
    rating: 'A',
  });
  expect(JSON.stringify(solvedOf(state(), history))).not.toMatch(/web:r-1|王师傅|12号|\*/u);
});

test('solved on the spot teaches as well; how often it was done again is known', () => {
  const solved: CaseEvent = { type: 'solved', person: 'S1', report: '当场清走垃圾', photos: [] };
  const { rating: _none, ...unrated } = state({ rounds: 2 });
  expect(solvedOf(unrated, [entry(solved)])).toMatchObject({ report: '当场清走垃圾', rounds: 2 });
  expect(solvedOf(unrated, [entry(solved)])).not.toHaveProperty('rating');
});

test.each([
  ['is not filed yet', state({ stage: 'rating' }), [entry(done('更换光源'))]],
  ['was declined', state({ stage: 'declined' }), []],
  ['was filed without having been handled', state(), [entry({ type: 'filed', rated: false })]],
  ['was reported in confidence', state({ privacy: 'confidential' }), [entry(done('更换光源'))]],
  ['was reported anonymously', state({ privacy: 'anonymous' }), [entry(done('更换光源'))]],
  ['has a report that says only that it is done', state(), [entry(done('已及时处理完毕，问题已解决。'))]],
] as const)('a case teaches nothing that %s', (_why, one, history) => {
  expect(solvedOf(one, history)).toBeUndefined();
});

test.each(['已处理', '办结', '好了', '情况属实，已落实整改到位', '  。', '居民满意'])(
  '%s does not tell how',
  (report) => {
    expect(tellsHow(report)).toBe(false);
  },
);
test.each(['换灯泡', '已清运两车', '疏通后解决', '没修好，等配件'])('%s tells how', (report) => {
  expect(tellsHow(report)).toBe(true);
});
