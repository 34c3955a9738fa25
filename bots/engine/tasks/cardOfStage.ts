import type { CardKind } from '../Session.ts';

/** The card by which the owner of a case at a stage goes on with it. */
const CARD_OF_STAGE: Readonly<Record<string, CardKind>> = {
  verifying: 'verify',
  screening: 'appeal',
  dispatching: 'dispatch',
  assigned: 'sign',
  handling: 'finish',
  consulting: 'expert',
  suspended: 'suspended',
  checking: 'check',
  rating: 'rate',
};

export const cardOfStage = (stage: string | undefined): CardKind | undefined => CARD_OF_STAGE[stage ?? ''];

/** What is nobody's by the stage alone: it may go on beside it. */
const BESIDE: ReadonlySet<CardKind> = new Set(['assistSign', 'assistFinish', 'approve', 'desk', 'visit']);

/** Whether a card that is open is of this stage still. */
export const isOfStage = (kind: CardKind, stage: string | undefined): boolean =>
  BESIDE.has(kind) || cardOfStage(stage) === (kind === 'decide' ? 'dispatch' : kind);
