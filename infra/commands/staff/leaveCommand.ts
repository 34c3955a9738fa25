import { fileLeave } from '../../../shared/application/fileLeave.ts';
import { dateText, dayOf } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { readDate } from '../city/readDate.ts';
import { leaveRefused } from './leaveRefused.ts';
import { repeatedStaffOptions } from './repeatedStaffOptions.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `替一个人登记请假：这些天他岗位上的事由代理人办，代理人和他本人都会收到通知
A leave of absence for somebody: whoever stands in answers on these days, and both are told

  npm run staff -- leave PERSON --from 2026-10-01 --to 2026-10-07 [options]

  --from DATE      第一天，不写就是今天 / the first day, by default today
  --to DATE        最后一天，不写就到销假为止 / the last day, by default until they return
${STAFF_HELP}`;

const OPTIONS = { ...STAFF_OPTIONS, from: { type: 'string' }, to: { type: 'string' } } as const;

export const leaveCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: OPTIONS, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [person = ''] = read.words;
  const target = await around.open(read.values);
  const { from = dateText(dayOf(target.now())), to } = read.values;
  const wanted = {
    person,
    from: readDate('--from', from),
    ...(to === undefined ? {} : { to: readDate('--to', to) }),
  };
  const repeated = repeatedStaffOptions(read.values);
  const outcome = await fileLeave(target)(wanted, 'admin');
  if (outcome.kind === 'refused') throw leaveRefused(outcome.refusal, repeated);
  const { leave, standIns } = outcome;
  around.out(
    `${person} 请假 ${leave.from} 至 ${leave.to ?? '销假'}，由 ${standIns.join('、')} 代理；代理人一两分钟内收到通知。提前回来：npm run staff -- return ${person}${repeated}`,
  );
  return 0;
};
