import { caseNumberSchema } from '../../../shared/contracts/notice.ts';
import type { Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { TARGET_HELP, TARGET_OPTIONS } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import type { CaseTarget } from './CaseTarget.ts';

/** Options of every command about cases. */
export const CASE_OPTIONS = { ...TARGET_OPTIONS, city: { type: 'string' } } as const;

export const CASE_HELP = `  --city ID        城市编号，不写就是这个环境的城市 / the city, by default the one of the stage
${TARGET_HELP}`;

/** The number as it was written. Throws `Stop` for what cannot be one. */
export const readNumber = (text = ''): string => {
  if (caseNumberSchema.safeParse(text).success) return text;
  throw new Stop(`“${text}”不是受理编号：受理编号是 15 位数字，如 202609284163201`, 2);
};

/** What has happened to a case. Throws `Stop` when there is none of that number. */
export const readHistory = async (target: CaseTarget, number: string): Promise<readonly Entry[]> => {
  const history = await target.cases.history(number);
  if (history.length === 0) throw unknownNumber(target, number);
  return history;
};

export const unknownNumber = ({ name }: CaseTarget, number: string): Stop =>
  new Stop(`${name} 上没有 ${number} 这一件：请核对编号；在别的环境，用 --stage、--data 指明`, 1);
