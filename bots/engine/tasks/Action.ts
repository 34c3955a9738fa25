import type { Grade } from '../../../shared/domain/case/Case.ts';
import type { Assist, CommandType } from '../../../shared/domain/case/CaseCommand.ts';

/** What a button of a card does, and nothing besides is chosen by it. */
type PlainType =
  | 'verify'
  | 'decline'
  | 'correct'
  | 'merge'
  | 'solve'
  | 'ask'
  | 'consult'
  | 'accept'
  | 'conclude'
  | 'redispatch'
  | 'sign'
  | 'finish'
  | 'return'
  | 'extend'
  | 'cohandle'
  | 'transfer'
  | 'suspend'
  | 'resume'
  | 'approve'
  | 'reject'
  | 'pass'
  | 'fail'
  /** 回访: the resident is content with it, or is not. */
  | 'content'
  | 'discontent';

export type Action =
  | { readonly type: PlainType }
  | { readonly type: 'dispatch'; readonly unit: string; readonly assist?: readonly Assist[] }
  | { readonly type: 'rate'; readonly grade: Grade };

/** The command by which it happens; of 应当受理 and 不予受理 of an expert it is another: see `cardsFor`. */
export const commandOfAction = ({ type }: Action): Exclude<CommandType, 'open'> =>
  type === 'content' || type === 'discontent' ? 'visit' : type;
