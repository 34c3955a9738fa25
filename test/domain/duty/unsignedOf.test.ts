import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import { unsignedOf } from '../../../shared/domain/duty/unsignedOf.ts';

const clock = (since: number): Clock => ({ limit: 'sign', lasts: '1wh', since, due: since + 1 });
const task = (
  unit: string,
  status: Case['tasks'][number]['status'],
  more: Partial<Case['tasks'][number]> = {},
): Case['tasks'][number] => ({ unit, status, share: 'lead', rule: '', ...more });
const state = (more: Partial<Case>): Case =>
  ({
    stage: 'assigned',
    owner: 'unit@U03',
    openedAt: 1,
    ownedSince: 5,
    tasks: [],
    reporter: 'web:r',
    ...more,
  }) as Case;

test('a case that is to be confirmed waits for its supervisor', () => {
  const verifying = state({ stage: 'verifying', owner: 'supervisor@1', clock: clock(7) });
  expect(unsignedOf(verifying)).toEqual([{ owner: 'supervisor@1', since: 7 }]);
  expect(unsignedOf(state({ stage: 'verifying', owner: 'supervisor@1' }))).toEqual([
    { owner: 'supervisor@1', since: 5 },
  ]);
});

test('each unit that has not signed waits for itself, and no other', () => {
  const tasks = [
    task('U03', 'handling'),
    task('U04', 'assigned', { share: 'assist', clock: clock(9) }),
    task('U05', 'waiting', { share: 'assist' }),
    task('U06', 'done', { share: 'assist' }),
    task('U07', 'returned', { share: 'assist' }),
    task('U08', 'released', { share: 'assist' }),
  ];
  expect(unsignedOf(state({ stage: 'handling', tasks, clock: clock(8) }))).toEqual([
    { owner: 'unit@U04', since: 9 },
  ]);
  expect(unsignedOf(state({ tasks: [task('U03', 'assigned')], clock: clock(8) }))).toEqual([
    { owner: 'unit@U03', since: 8 },
  ]);
});

test('nobody is waited for while a case stands still, once it has ended, or while a return is being decided', () => {
  const tasks = [task('U03', 'assigned')];
  const pause = { kind: 'material', since: 1, stage: 'assigned', owner: 'unit@U03', words: '' } as const;
  expect(unsignedOf(state({ tasks, pause, stage: 'waiting' }))).toEqual([]);
  expect(unsignedOf(state({ tasks, stage: 'withdrawn' }))).toEqual([]);
  const request = { kind: 'return', unit: 'U03', person: 'H3', reason: '', clock: clock(1) } as const;
  expect(unsignedOf(state({ tasks, request: { ...request, approver: 'dispatcher@1' } }))).toEqual([]);
  const other = { ...request, approver: 'dispatcher@1', unit: 'U04' } as const;
  expect(unsignedOf(state({ tasks, request: other }))).toHaveLength(1);
});
