import { type DynamoError, dynamoError, isDynamoError } from './dynamoError.ts';
import type { ItemChange } from './itemChange.ts';

/** Every action's change, or none: with a reason for each, in order. */
export function cancelUnlessAll(outcomes: readonly (ItemChange | DynamoError)[]): ItemChange[] {
  const changes = outcomes.filter((outcome): outcome is ItemChange => !isDynamoError(outcome));
  if (changes.length === outcomes.length) return changes;
  const reasons = outcomes.map((outcome) => (isDynamoError(outcome) ? reasonOf(outcome) : { Code: 'None' }));
  const message =
    'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
    `[${reasons.map((reason) => reason.Code).join(', ')}]`;
  throw dynamoError('TransactionCanceledException', message, {
    Message: message,
    CancellationReasons: reasons,
  });
}

function reasonOf(error: DynamoError): { Code: string; Message: string; Item?: unknown } {
  const failed = String(error.body.__type).endsWith('#ConditionalCheckFailedException');
  const item = error.body.Item;
  return {
    Code: failed ? 'ConditionalCheckFailed' : 'ValidationError',
    Message: error.message,
    ...(item !== undefined && { Item: item }),
  };
}

/** A refusal as a value, to go on with the other actions. */
export function attempt<T>(work: () => T): T | DynamoError {
  try {
    return work();
  } catch (error) {
    if (isDynamoError(error)) return error;
    throw error;
  }
}
