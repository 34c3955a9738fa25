import { LOCAL } from '../template/LOCAL.ts';
import { type Answer, jsonAnswer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import type { Operation } from './perform.ts';
import { refuse } from './refuse.ts';
import type { Incoming } from './s3Request.ts';
import type { SocketSender } from './types.ts';

/** Method → operation. */
const OPERATIONS: Readonly<Record<string, string>> = { POST: 'PostToConnection', DELETE: 'DeleteConnection' };

/** Management of live WebSocket connections: `/<api>/<stage>/@connections/<connection>`. */
export class SocketDoor {
  readonly #sender: () => SocketSender | undefined;

  constructor(sender: () => SocketSender | undefined) {
    this.#sender = sender;
  }

  understand(caller: Caller, { method, path, body }: Incoming): Operation | Answer {
    const [, apiId = '', stage = '', connection] =
      /^\/([^/]+)\/([^/]+)\/@connections\/([^/]+)$/u.exec(path) ?? [];
    const operation = OPERATIONS[method];
    if (operation === undefined || connection === undefined)
      return refuse('execute-api', { code: 'NotFoundException', message: 'Not found', status: 404 });
    const id = decodeURIComponent(connection);
    const api = `arn:${LOCAL.partition}:execute-api:${LOCAL.region}:${LOCAL.account}:${apiId}`;
    const resource = `${api}/${stage}/${method}/@connections/${id}`;
    const message =
      method === 'POST' ? ({ kind: 'data', data: body } as const) : ({ kind: 'close' } as const);
    return {
      caller,
      call: {
        caller: caller.name,
        service: 'execute-api',
        operation,
        resources: [resource],
        input: undefined,
      },
      needs: [{ action: 'execute-api:ManageConnections', resource }],
      execute: async () => {
        const outcome = (await this.#sender()?.(apiId, id, message)) ?? 'gone';
        if (outcome === 'sent') return jsonAnswer('execute-api', method === 'POST' ? 200 : 204, '');
        return refuse('execute-api', { code: 'GoneException', message: 'Gone', status: 410 });
      },
    };
  }
}
