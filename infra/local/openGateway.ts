import type { LogLine } from './compute/FunctionLog.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import { shortNameOf } from './compute/runnableOf.ts';
import { SOCKET_PREFIX } from './compute/SocketApi.ts';
import type { PublicDoor } from './control/PublicDoor.ts';
import { startGateway } from './gateway/startGateway.ts';
import type { Gateway } from './gateway/types.ts';
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
  gateway = await startGateway({
    template,
    dataDir,
    dynamoUrl,
    clock,
    log: ({ caller, call, note }) =>
      steps.tell({ level: 'WARN', from: knownAs(template, caller), message: `${call}: ${note}` }),
  });
  return { gateway, template };
};

const knownAs = (template: LocalTemplate, name: string): string => {
  const found = template.functions().find((each) => each.name === name);
  return found ? shortNameOf(found) : name;
};
