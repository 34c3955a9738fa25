import { changedLeaves } from '../../../shared/domain/ledger/changedLeaves.ts';
import type { Leave, Staffing } from '../../../shared/domain/ledger/Staffing.ts';

const TODAY = '2026-09-28';
const staffing = (...leaves: readonly Leave[]): Staffing => ({ leaves, bindings: {} });
const leave = (from: string, to: string, person = 'S1'): Leave => ({ person, from, to });
const news = (before: Staffing, after: Staffing) =>
  changedLeaves(before, after, TODAY).map((one) => `${one.kind} ${one.leave.person} ${one.leave.from}`);

describe('what those who stand in must hear of', () => {
  test('is a leave that is new, one that was taken back, and both when they have nothing to do with each other', () => {
    const november = leave('2026-11-02', '2026-11-06');
    const december = leave('2026-12-01', '2026-12-03');
    expect(news(staffing(), staffing(november))).toEqual(['filed S1 2026-11-02']);
    expect(news(staffing(november), staffing())).toEqual(['ended S1 2026-11-02']);
    expect(news(staffing(november), staffing(december))).toEqual([
      'ended S1 2026-11-02',
      'filed S1 2026-12-01',
    ]);
    expect(news(staffing(november), staffing(november, december))).toEqual(['filed S1 2026-12-01']);
  });

  test('is only what a leave is now when it got other days', () => {
    const before = staffing(leave('2026-11-02', '2026-11-06'));
    expect(news(before, staffing(leave('2026-11-02', '2026-11-04')))).toEqual(['filed S1 2026-11-02']);
    expect(news(before, staffing(leave('2026-11-05', '2026-11-10')))).toEqual(['filed S1 2026-11-05']);
    expect(news(before, staffing(leave('2026-11-07', '2026-11-10')))).toEqual(['filed S1 2026-11-07']);
    expect(news(before, staffing(leave('2026-11-02', '2026-11-06', 'S2')))).toEqual([
      'ended S1 2026-11-02',
      'filed S2 2026-11-02',
    ]);
  });

  test('is not what is over', () => {
    expect(news(staffing(leave('2026-09-20', '2026-09-27')), staffing())).toEqual([]);
    expect(news(staffing(leave('2026-09-20', '2026-09-28')), staffing())).toEqual(['ended S1 2026-09-20']);
  });
});
