import { createServer } from 'node:net';
import type { LogLine } from './compute/FunctionLog.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import { shortNameOf } from './compute/runnableOf.ts';
import { SOCKET_PREFIX } from './compute/SocketApi.ts';
import type { PublicDoor } from './control/PublicDoor.ts';
import { startGateway } from './gateway/startGateway.ts';
import type { Gateway, GatewayOptions } from './gateway/types.ts';
import { keepPort, keptPort } from './keptPort.ts';
import { LocalTemplate } from './template/LocalTemplate.ts';

export interface GatewaySurroundings {
  readonly dataDir: string;
  readonly clock: LocalClock;
  readonly door: Pick<PublicDoor, 'url'>;
  readonly steps: { readonly tell: (line: LogLine) => void };
}

/** The template's values name the gateway, and the gateway is made from the template: each is there before the other is asked. */
export const openGateway = async (
  assembly: string,
  dynamoUrl: string,
  { dataDir, clock, door, steps }: GatewaySurroundings,
): Promise<{ readonly gateway: Gateway; readonly template: LocalTemplate }> => {
  let gateway: Gateway | undefined;
  const template = new LocalTemplate(assembly, {
    gatewayUrl: () => gateway?.url ?? 'http://127.0.0.1',
    apiUrl: () => door.url,
    socketUrl: (apiId) => `${door.url.replace('http', 'ws')}${SOCKET_PREFIX}/${apiId}`,
  });
  const options: GatewayOptions = {
    template,
    dataDir,
    dynamoUrl,
    clock,
    log: ({ caller, call, note }) =>
      steps.tell({ level: 'WARN', from: knownAs(template, caller), message: `${call}: ${note}` }),
  };
  gateway = await startOnKeptPort(options, dataDir);
  return { gateway, template };
};

const PORT_FILE = 'gateway-port' as const;

/** The port of last time where it is free: pages that are open allow photos from there only. */
const startOnKeptPort = async (options: GatewayOptions, dataDir: string): Promise<Gateway> => {
  const port = keptPort(dataDir, PORT_FILE);
  const gateway =
    port !== undefined && (await isFree(port))
      ? await startGateway({ ...options, port })
      : await startGateway(options);
  keepPort(dataDir, Number(new URL(gateway.url).port), PORT_FILE);
  return gateway;
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const free = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  const is = await free;
  if (is) await new Promise((resolve) => server.close(resolve));
  return is;
};

const knownAs = (template: LocalTemplate, name: string): string => {
  const found = template.functions().find((each) => each.name === name);
  return found ? shortNameOf(found) : name;
};
