import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/**
 * Somebody else wrote first, or is writing. A conflict between transactions is one too: the caller loads again and decides anew.
 * Throttling and faults are not.
 */
export const isConflict = (fault: unknown): boolean => {
  if (!(fault instanceof TransactionCanceledException)) return false;
  const codes = (fault.CancellationReasons ?? [])
    .map((reason) => reason.Code)
    .filter((code) => code !== 'None');
  return (
    codes.length > 0 &&
    codes.every((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')
  );
};
