import type { StaffingRefusal } from '../../../shared/domain/ledger/StaffingRefusal.ts';
import { Stop } from '../city/Stop.ts';
import { unknownPerson } from './unknownPerson.ts';

/** Why a leave is not filed or ended, and what to do; `repeated`: the options with which to ask next. */
export const leaveRefused = (refusal: StaffingRefusal, repeated: string): Stop => {
  switch (refusal.code) {
    case 'unknownPerson':
      return unknownPerson(refusal.person);
    case 'nobodyStandsIn':
      return new Stop(
        `这几天 ${refusal.person} 的岗位没有人代理：在 ledger.csv 的 deputy 或 superior 一列写上在岗的人并发布，或换几天`,
        1,
      );
    case 'noSuchDay':
      return new Stop(`没有 ${refusal.date} 这一天：请写成 2026-10-01 这样`, 2);
    case 'datesPast':
      return new Stop('日期已经过去了：--from 写今天或以后', 1);
    case 'datesReversed':
      return new Stop('--to 在 --from 前面：请核对两个日期', 1);
    case 'notAway':
      return new Stop(`${refusal.person} 现在没有登记请假：看谁不在：npm run staff -- list${repeated}`, 1);
  }
};
