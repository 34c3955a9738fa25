import { auditCase, isSound } from '../../../shared/application/auditCase.ts';
import { readArguments } from '../city/readArguments.ts';
import type { CaseSurroundings } from './CaseTarget.ts';
import { CASE_HELP, CASE_OPTIONS, readNumber, unknownNumber } from './caseArguments.ts';
import { tellAudit } from './tellAudit.ts';
import { verifyAll } from './verifyAll.ts';

const HELP = `核对历史：每条的哈希接得上前一条；从头重放，逐项与存着的快照比较
有一处不对就说在哪里，退出码 1
Checks the hash chain of a case, and its snapshot field by field against the fold of its history.
Says what is wrong where; exit code 1 then.

  npm run case -- verify NUMBER [options]
  npm run case -- verify --all [options]

  --all            每一件都核对，读整张表 / every case there is; reads the whole table
${CASE_HELP}`;

export const verifyCommand = async (args: readonly string[], around: CaseSurroundings): Promise<number> => {
  const options = { ...CASE_OPTIONS, all: { type: 'boolean', default: false } } as const;
  const isAll = args.includes('--all');
  const read = readArguments(args, { help: HELP, options, words: isAll ? 0 : 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  if (isAll) return verifyAll(await around.open(read.values), around);
  const number = readNumber(read.words[0]);
  const target = await around.open(read.values);
  const audit = await auditCase(target.cases)(number);
  if (!audit) throw unknownNumber(target, number);
  for (const line of tellAudit(audit)) around.out(line);
  return isSound(audit) ? 0 : 1;
};
