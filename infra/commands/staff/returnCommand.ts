import { closeLeave } from '../../../shared/application/closeLeave.ts';
import { readArguments } from '../city/readArguments.ts';
import { readDate } from '../city/readDate.ts';
import { leaveRefused } from './leaveRefused.ts';
import { repeatedStaffOptions } from './repeatedStaffOptions.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `替一个人销假：从今天起他岗位上的事由他自己办，代理人和他本人都会收到通知
Somebody is back: they answer again from today on, and whoever stood in is told

  npm run staff -- return PERSON [options]

  --from DATE      取消从这天开始的请假，不写就是正在休的，没有就是下一次 / the leave that begins on this day, by default the present or else the next one
${STAFF_HELP}`;

const OPTIONS = { ...STAFF_OPTIONS, from: { type: 'string' } } as const;

export const returnCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: OPTIONS, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [person = ''] = read.words;
  const from = read.values.from === undefined ? undefined : readDate('--from', read.values.from);
  const target = await around.open(read.values);
  const outcome = await closeLeave(target)({ person, by: 'admin', from });
  if (outcome.kind === 'refused') throw leaveRefused(outcome.refusal, repeatedStaffOptions(read.values));
  around.out(`${person} 已销假（原定 ${outcome.leave.from} 至 ${outcome.leave.to ?? '销假'}）。`);
  return 0;
};
