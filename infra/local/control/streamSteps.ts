import type { ServerResponse } from 'node:http';
import type { Controlled } from './Controlled.ts';
import { formatLine } from './formatLine.ts';

/** Every step as a server-sent event, until the page goes away. */
export const streamSteps = (cloud: Pick<Controlled, 'onStep' | 'clock'>, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  const quiet = cloud.onStep((line) => {
    response.write(`data: ${formatLine(line, cloud.clock.now()).replaceAll('\n', ' ')}\n\n`);
  });
  response.on('close', quiet);
};
