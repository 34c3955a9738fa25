import type { FunctionName } from './functions.ts';

/** Every route of the HTTP API: what is not here does not exist. */
export const routes = {
  openSession: 'POST /web/sessions',
  postTurn: 'POST /web/turns',
  postPhoto: 'POST /web/photos',
  readMessages: 'GET /web/messages',
  readCases: 'GET /web/cases',
  readCase: 'GET /web/cases/{number}',
  openCase: 'POST /web/cases',
  commandCase: 'POST /web/cases/{number}/commands',
  readAreas: 'GET /city/areas',
  readBoard: 'GET /city/board',
  boardPage: 'GET /board',
  chatPage: 'GET /chat',
  verifyPage: 'GET /verify',
  verifyReceipt: 'GET /verify/{number}',
  readListed: 'GET /listed',
  hostTurn: 'POST /channels/{channel}/turns',
  hostPhoto: 'POST /channels/{channel}/photos',
  hostReplies: 'GET /channels/{channel}/replies',
  hostAck: 'POST /channels/{channel}/acks',
} as const satisfies Partial<Record<FunctionName, `${'GET' | 'POST'} /${string}`>>;

export type DoorName = keyof typeof routes;
export const doorNames = Object.keys(routes) as readonly DoorName[];
