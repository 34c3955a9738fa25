import type { CaseCommand } from '../../../../shared/domain/case/CaseCommand.ts';
import type { Ask } from '../../Dialog.ts';
import type { Detail } from './Detail.ts';

/** What is asked of the world once all is known. */
export const askOfDetail = (detail: Detail): Ask => {
  const { number, action, into = '' } = detail;
  const key = 'act';
  return action === 'merge'
    ? { key, kind: 'merge', number, into }
    : { key, kind: 'act', number, command: commandOf(detail, action) };
};

const commandOf = (detail: Detail, action: Exclude<Detail['action'], 'merge'>): CaseCommand => {
  const { unit = '', assist, by = '', to = '', words = '', place, urgent } = detail;
  const helpers = assist ? { assist } : {};
  switch (action) {
    case 'ask':
    case 'consult':
      return { type: action, question: words };
    case 'return':
    case 'suspend':
    case 'reject':
    case 'conclude':
      return { type: action, reason: words };
    case 'extend':
      return { type: 'extend', by, reason: words };
    case 'cohandle':
      return { type: 'cohandle', unit, reason: words };
    case 'redispatch':
      return { type: 'redispatch', unit, ...helpers, reason: words };
    case 'transfer':
      return { type: 'transfer', to: receiverOf(to) };
    case 'opineFor':
    case 'opineAgainst':
      return { type: 'opine', accept: action === 'opineFor', words };
    case 'discontent':
      return { type: 'visit', agreed: false, words };
    case 'place':
    case 'urgent':
      return { type: 'correct', ...(place ? { place } : {}), ...(urgent === undefined ? {} : { urgent }) };
  }
};

const receiverOf = (to: string): { readonly person: string } | { readonly unit: string } => {
  const [kind = '', code = ''] = to.split(':');
  return kind === 'unit' ? { unit: code } : { person: code };
};
