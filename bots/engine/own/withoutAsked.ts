import { omit } from '../omit.ts';
import type { Session } from '../Session.ts';

/** Nothing is waited for in a case any more. */
export const withoutAsked = (session: Session, number: string): Session => {
  const left = (session.asked ?? []).filter((one) => one.number !== number);
  if (left.length === (session.asked?.length ?? 0)) return session;
  return left.length === 0 ? omit(session, 'asked') : { ...session, asked: left };
};
