import { channelSchema } from '../../../shared/contracts/turn.ts';
import { redact } from '../../../shared/domain/privacy/redact.ts';

/** A conversation is where somebody can be written to. */
const CONVERSATION = new RegExp(`(?:${channelSchema.options.join('|')}):[\\w@.~-]+`, 'gu');

/** Redacts values of one case for a terminal: what is private by the one list, and conversations. The same person is the same number. */
export const hideResidents = (): ((value: unknown) => unknown) => {
  const known = new Map<string, string>();
  const named = (conversation: string): string => {
    const name = known.get(conversation) ?? `[resident ${known.size + 1}]`;
    known.set(conversation, name);
    return name;
  };
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(CONVERSATION, named);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item)]));
  };
  // Conversations first: a number in one may look like a telephone's, and is masked then.
  return (value) => redact(hide(value));
};
