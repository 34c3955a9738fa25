import type { Speaker } from '../../shared/application/actorOf.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';

/** Whoever speaks in a conversation, and who of the staff that is. */
export const speakerOf = (conversation: string, know: Pick<Knowledge, 'personOf'>): Speaker => {
  const person = know.personOf(conversation);
  return { conversation, ...(person === undefined ? {} : { person }) };
};
