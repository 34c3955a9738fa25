import type { StaffingLine } from '../../../shared/application/cityPorts.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `谁在什么时候绑定、解绑、请假、销假，新的在前
Who bound an account, gave it up, went on leave or came back, newest first

  npm run staff -- log [--last N] [options]

  --last N         最多几行，默认 50 / at most so many lines
${STAFF_HELP}`;

const KINDS: Readonly<Record<StaffingLine['kind'], string>> = {
  bound: '绑定',
  unbound: '解绑',
  leave: '请假',
  return: '销假',
};

export const logCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const options = { ...STAFF_OPTIONS, last: { type: 'string', default: '50' } } as const;
  const read = readArguments(args, { help: HELP, options, words: 0 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const last = Number(read.values.last);
  if (!Number.isInteger(last) || last < 1 || last > 1_000)
    throw new Stop(`--last ${read.values.last} 不对：请写 1 到 1000 的整数`, 2);
  const { lines } = await around.open(read.values);
  const found = await lines(last);
  if (found.length === 0) around.out('还没有记录');
  for (const { at, kind, person, by, words } of found)
    around.out(`${formatInstant(at)}  ${KINDS[kind]}  ${person}  ${words}  经办 ${by}`);
  return 0;
};
