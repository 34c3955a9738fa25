import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './compute/writeWhole.ts';

/** Where they are kept: the page's, and that of the gateway. */
export const PORT_FILES: readonly string[] = ['port', 'gateway-port'];
type PortFile = 'port' | 'gateway-port';

/** The port of last time: an open page finds its way back after a restart. */
export const keptPort = (dataDir: string, file: PortFile = 'port'): number | undefined => {
  try {
    const port = Number(readFileSync(join(dataDir, file), 'utf8'));
    return Number.isInteger(port) && port > 0 ? port : undefined;
  } catch {
    return undefined;
  }
};

export const keepPort = (dataDir: string, port: number, file: PortFile = 'port'): void =>
  writeWhole(join(dataDir, file), String(port));
