import type { Turn } from '../contracts/turn.ts';
import type { Push } from './ports.ts';

/** A notice on its way into a conversation: a turn like any other, with the notice's own id. */
export const turnOf = ({ conversation, notice, correlation }: Push): Turn => ({
  v: 1,
  id: notice.id,
  conversation,
  correlation,
  said: { kind: 'notice', notice },
});
