import { type Audit, auditCase, isSound } from '../../../shared/application/auditCase.ts';
import type { CaseSurroundings, CaseTarget } from './CaseTarget.ts';
import { tellAudit } from './tellAudit.ts';

/** Cases read at the same time: two small reads each. */
const BESIDE = 16;
/** Cases between two lines of progress. */
const STEP = 1_000;

/** Every case there is: those that do not hold together, then how many there were. Answers the exit code. */
export const verifyAll = async (
  { cases, scan }: CaseTarget,
  { out, err }: Pick<CaseSurroundings, 'out' | 'err'>,
): Promise<0 | 1> => {
  const audit = auditCase(cases);
  let [count, entries, wrong] = [0, 0, 0];
  const take = (found: Audit | undefined): void => {
    count += 1;
    if (count % STEP === 0) err(`  已核对 ${count} 件`);
    if (!found) return;
    entries += found.history.length;
    if (isSound(found)) return;
    wrong += 1;
    for (const line of tellAudit(found)) out(line);
  };
  let from: string | undefined;
  do {
    const { numbers, next } = await scan(from);
    for (let at = 0; at < numbers.length; at += BESIDE)
      for (const found of await Promise.all(numbers.slice(at, at + BESIDE).map(audit))) take(found);
    from = next;
  } while (from !== undefined);
  out(
    wrong === 0
      ? `共 ${count} 件、${entries} 条：链都完整，快照与历史都一致`
      : `共 ${count} 件、${entries} 条：${wrong} 件有问题`,
  );
  return wrong === 0 ? 0 : 1;
};
