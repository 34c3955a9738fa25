import middy from '@middy/core';
import type { APIGatewayProxyWebsocketEventV2, Context } from 'aws-lambda';
import { pageSchema } from '../../shared/contracts/web.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { beginLog, log } from '../middleware/log.ts';
import { readWebToken } from '../middleware/webToken.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { WEB_SECRET_ARN, TABLE_NAME } = environment('WEB_SECRET_ARN', 'TABLE_NAME');
const readSecret = secret(WEB_SECRET_ARN);
const sockets = dynamoSockets(openTable(TABLE_NAME));

/** API Gateway closes every connection after two hours. */
const LONGEST = 2 * 3_600_000;

type ConnectEvent = APIGatewayProxyWebsocketEventV2 & {
  readonly queryStringParameters?: Readonly<Record<string, string>>;
};

/** $connect: a page that holds a token wants its conversation's messages pushed. The token never reaches a log. */
export const handler = middy<ConnectEvent, { readonly statusCode: number }, Error, Context>()
  .before(({ context }) => beginLog(context))
  .onError((request) => {
    const { error } = request;
    if (!(error instanceof DoorError)) log.error('a connection could not be kept', error as Error);
    request.response = { statusCode: error instanceof DoorError ? error.status : 500 };
  })
  .handler(async (event) => {
    const conversation = await readWebToken(event.queryStringParameters?.token ?? '', await readSecret());
    const { connectionId: connection } = event.requestContext;
    const page = pageSchema.safeParse(event.queryStringParameters?.page).data;
    await sockets.add(conversation, {
      connection,
      until: Date.now() + LONGEST,
      ...(page === undefined ? {} : { page }),
    });
    return { statusCode: 200 };
  });
