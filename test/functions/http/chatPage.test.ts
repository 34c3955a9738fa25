import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

describe('GET /chat', () => {
  const open = async () => {
    Object.assign(process.env, {
      SOCKET_URL: 'wss://socket.example/push',
      PHOTO_ORIGIN: 'https://photos.example',
    });
    const { handler } = await import('../../../functions/http/chatPage.ts');
    return handler;
  };

  test('answers with the page, and with nothing new to whoever has it', async () => {
    const handler = await open();
    const get = (headers: Record<string, string>) =>
      handler(
        { headers: { 'x-correlation-id': 'abcd-1234', ...headers } } as unknown as APIGatewayProxyEventV2,
        { awsRequestId: 'r' } as Context,
      );
    const page = await get({});
    expect(page).toMatchObject({
      statusCode: 200,
      body: expect.stringContaining('wss://socket.example/push'),
    });
    const etag = Object(page.headers).etag as string;
    const again = await get({ 'if-none-match': etag });
    expect(again).toEqual({ statusCode: 304, headers: page.headers });
  });
});
