import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { SignPhoto, SocketStore } from '../../shared/application/ports.ts';
import type { Outbound } from '../../shared/contracts/reply.ts';
import { toFrame } from './toFrame.ts';

/**
 * Pushes to the pages that have the conversation open. What is pushed is in the conversation already and is fetched by cursor
 * when a page connects, so a page that is gone, or a push that fails, loses nothing: it is logged by the caller, not retried.
 * `except`: the page that is answered directly.
 */
export const pushToSockets =
  (endpoint: string, world: PushWorld, api = new ApiGatewayManagementApiClient({ endpoint })) =>
  async (messages: readonly Outbound[], except?: string): Promise<void> => {
    try {
      await push(messages, { ...world, except }, api);
    } catch (fault) {
      world.onFault(fault);
    }
  };

interface PushWorld {
  readonly sockets: SocketStore;
  readonly signPhoto: SignPhoto;
  readonly onFault: (fault: unknown) => void;
}

const push = async (
  messages: readonly Outbound[],
  world: PushWorld & { readonly except: string | undefined },
  api: ApiGatewayManagementApiClient,
): Promise<void> => {
  const conversation = messages[0]?.conversation;
  if (conversation === undefined) return;
  const all = await world.sockets.list(conversation, Date.now());
  const sockets = all.filter(({ page }) => page === undefined || page !== world.except);
  if (sockets.length === 0) return;
  const Data = JSON.stringify({ messages: await Promise.all(messages.map(toFrame(world.signPhoto))) });
  await Promise.all(
    sockets.map(async (socket) => {
      try {
        await api.send(new PostToConnectionCommand({ ConnectionId: socket.connection, Data }));
      } catch (fault) {
        if (fault instanceof GoneException) await world.sockets.remove(conversation, socket);
        else world.onFault(fault);
      }
    }),
  );
};
