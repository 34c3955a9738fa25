import type { Scene } from './Scene.ts';

/** 「好的」 behind a notice that came in since the question was asked may be meant for that: what cannot be taken back is asked once more. */
export const isMereNod = ({ session }: Scene, raw: string): boolean =>
  session.interrupted === true && !/确认|确定|撤/u.test(raw);
