import { phonePage } from '../../bots/channels/web/phonePage.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { environment } from '../wiring/environment.ts';

const { SOCKET_URL, PHOTO_ORIGIN } = environment('SOCKET_URL', 'PHOTO_ORIGIN');
// Where the AWS SDK is pointed elsewhere, the photo addresses it signs are there too.
const elsewhere = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
const page = phonePage({ socketUrl: SOCKET_URL, photoOrigins: [elsewhere ?? PHOTO_ORIGIN] });

/** GET /chat: the page of the web channel, the same for everybody. */
export const handler = httpDoor(async ({ event }) =>
  event.headers['if-none-match'] === page.headers.etag
    ? { status: 304, headers: page.headers }
    : { status: 200, headers: page.headers, body: page.body },
);
