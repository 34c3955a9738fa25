import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { unitName } from '../cases/describeCase.ts';
import { staff as say } from '../phrases/staff.ts';
import type { Dispatched } from './details/readDispatch.ts';

/** 「路灯管理所（供电公司协办）」: who it goes to, with who helps. */
export const dispatchedText = ({ unit, assist = [] }: Dispatched, know: Knowledge): string => {
  const named = (after: boolean): string =>
    assist
      .filter((one) => (one.after !== undefined) === after)
      .map((one) => unitName(one.unit, know))
      .join('、');
  const helpers = [
    ...(named(false) === '' ? [] : [say.helping(named(false))]),
    ...(named(true) === '' ? [] : [say.following(named(true))]),
  ].join('，');
  return helpers === '' ? unitName(unit, know) : say.helped(unitName(unit, know), helpers);
};
