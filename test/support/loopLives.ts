import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import { CLOCK, lifeOf, report, staff } from './lifeOf.ts';
import { knowLoop } from './loopCity.ts';

/** Cases of the loop city on their way, by real commands. Monday, 2026-09-28 10:00, unless it is said otherwise. */

export const S1 = staff('S1');
export const S2 = staff('S2');
export const D1 = staff('D1', 'dispatcher');
export const L0 = staff('L0', 'leader');
export const L1 = staff('L1', 'leader');
export const H0 = staff('H0', 'handler');
export const H1 = staff('H1', 'handler');
export const H2 = staff('H2', 'handler');
export const H3 = staff('H3', 'handler');
export const H4 = staff('H4', 'handler');
export const H5 = staff('H5', 'handler');
export const L3 = staff('L3', 'leader');
export const E1 = staff('E1', 'expert');
export const E2 = staff('E2', 'expert');
export const E3 = staff('E3', 'expert');
export const NEIGHBOUR = { person: 'web:r-2', role: 'resident' } as const;
export const SYSTEM = { person: 'merging', role: 'system' } as const;

type Open = Extract<CaseCommand, { type: 'open' }>;
export const TICK = { type: 'tick' } as const;
export const FINISH = { type: 'finish', report: '办好了', photos: [] } as const;

export const opened = (more: Partial<Open> = {}, start?: string) =>
  lifeOf(knowLoop(), start).when(report(more));
/** 路灯 with 路灯管理所 alone; 垃圾 (06010) with 环卫所 and, beside it, 绿化所. */
export const assigned = (service = '01037', start?: string) =>
  opened({ service }, start).when({ type: 'verify' }, S1);
export const handling = (start?: string) => assigned('01037', start).when({ type: 'sign' }, H3);
export const checking = (start?: string) => handling(start).when(FINISH, H3);
export const rating = (start?: string) => checking(start).when({ type: 'pass' }, S1);
/** 没有单位: with the desk. */
export const dispatching = (start?: string) => assigned('Z2002', start);
/** 水管: 应急处置 within 4 hours, 修复 within three working days. */
export const burst = (start?: string) => assigned('07001', start).when({ type: 'sign' }, H2);
export const declined = (start?: string) =>
  opened({}, start).when({ type: 'decline', reason: '现场没有发现' }, S1);
export const merged = (start?: string) =>
  opened({}, start).when(
    { type: 'merge', into: { number: '202609270000001', openedAt: 0, stage: 'handling' } },
    S1,
  );
/** With a neighbour whose own case was merged into it. */
export const NEIGHBOURS = '202609280000009';
export const joined = (life: ReturnType<typeof opened>) =>
  life.when(
    { type: 'join', child: NEIGHBOURS, cases: [{ number: NEIGHBOURS, reporter: NEIGHBOUR.person }] },
    SYSTEM,
  );
export const ticked = (life: ReturnType<typeof opened>, time: string) => life.at(time).when(TICK, CLOCK);
/** After more rounds than the city allows: with the leader of the street. */
export const overRounds = () =>
  checking()
    .when({ type: 'fail', reason: '没好' }, S1)
    .when(FINISH, H3)
    .when({ type: 'fail', reason: '还是没好' }, S1);
export const visiting = () => rating().when({ type: 'rate', rating: { overall: 'C', opinion: '太慢' } });
