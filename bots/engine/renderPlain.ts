import type { Reply } from '../../shared/contracts/reply.ts';

/** A reply for channels without buttons: the choices as numbered lines. A label that starts with its own letter (`A 非常满意`) needs no number. */
export const renderPlain = (reply: Reply): string => {
  const lines = (reply.choices ?? []).map((label, index) =>
    /^[A-Z] /.test(label) ? label : `${index + 1} ${label}`,
  );
  return [reply.text, ...lines].join('\n');
};
