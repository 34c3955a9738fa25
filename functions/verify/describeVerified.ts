import { serviceName, stageName } from '../../bots/engine/cases/describeCase.ts';
import { describeHistory } from '../../bots/engine/cases/describeHistory.ts';
import { doers } from '../../bots/engine/phrases/happened.ts';
import type { Verified } from '../../shared/application/verifyReceipt.ts';
import type { ReceiptAnswer } from '../../shared/contracts/receipt.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { formatInstant } from '../../shared/domain/time/Instant.ts';

/** What of a case is public to whoever holds a receipt of it; of what is not whole, nothing. */
export const describeVerified = (
  { audit, entry, unaltered, whole, state }: Verified,
  know: Knowledge,
): ReceiptAnswer => {
  const { number, history, brokenAt } = audit;
  const community = state && know.lineage(state.leaf).find(({ level }) => level === 'community')?.name;
  const doneBy = new Map(whole.map(({ seq, by }) => [seq, doers[by.role]]));
  return {
    number,
    ...(state ? { service: serviceName(state.service, know) } : {}),
    ...(community === undefined ? {} : { community }),
    ...(state && brokenAt === undefined ? { stage: state.stage, stageName: stageName(state.stage) } : {}),
    chain: {
      whole: brokenAt === undefined,
      entries: history.length,
      ...(brokenAt === undefined ? {} : { brokenAt }),
      agrees: !audit.noSnapshot && audit.unfoldable === undefined && audit.differences.length === 0,
    },
    receipt: { seq: entry.seq, at: formatInstant(entry.at), unaltered },
    history: describeHistory(whole, know, 'public').map(({ seq, at, words }) => ({
      seq,
      at: formatInstant(at),
      who: doneBy.get(seq) ?? '',
      words,
    })),
  };
};
