import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { phonePage } from '../../bots/channels/web/phonePage.ts';
import { environment } from '../wiring/environment.ts';

const { SOCKET_URL, PHOTO_ORIGIN } = environment('SOCKET_URL', 'PHOTO_ORIGIN');
// Where the AWS SDK is pointed elsewhere, the photo addresses it signs are there too.
const elsewhere = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
const page = phonePage({ socketUrl: SOCKET_URL, photoOrigins: [elsewhere ?? PHOTO_ORIGIN] });

export const handler = async (
  event: Pick<APIGatewayProxyEventV2, 'headers'>,
): Promise<APIGatewayProxyStructuredResultV2> =>
  event.headers['if-none-match'] === page.headers.etag
    ? { statusCode: 304, headers: page.headers }
    : { statusCode: 200, headers: page.headers, body: page.body };
