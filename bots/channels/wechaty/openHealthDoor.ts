import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthReport } from './HostHealth.ts';

export interface HealthDoor {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** GET /healthz on this machine only: 200 when all is well, 503 when not, and why. Nobody else is served. */
export const openHealthDoor = async (port: number, report: () => HealthReport): Promise<HealthDoor> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/healthz') {
      response.writeHead(404).end();
      return;
    }
    const body = report();
    response.writeHead(body.ok ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(`${JSON.stringify(body)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
