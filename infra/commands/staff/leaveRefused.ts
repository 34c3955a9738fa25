import type { StaffingRefusal } from '../../../shared/domain/ledger/StaffingRefusal.ts';
import { Stop } from '../city/Stop.ts';
import { unknownPerson } from './unknownPerson.ts';

/** Why a leave is not filed or ended, and what to do. */
export const leaveRefused = (refusal: StaffingRefusal): Stop => {
  switch (refusal.code) {
    case 'unknownPerson':
      return unknownPerson(refusal.person);
    case 'nobodyStandsIn':
      return new Stop(
        `这几天 ${refusal.person} 的岗位没有人代理：在 ledger.csv 的 deputy 或 superior 一列写上在岗的人并发布，或换几天`,
        1,
      );
    case 'datesPast':
      return new Stop('日期已经过去了：--from 写今天或以后', 1);
    case 'datesReversed':
      return new Stop('--to 在 --from 前面：请核对两个日期', 1);
    case 'notAway':
      return new Stop(`${refusal.person} 现在没有登记请假：npm run staff -- list 看谁不在`, 1);
  }
};
