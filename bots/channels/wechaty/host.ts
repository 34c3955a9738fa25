import { HostHealth } from './HostHealth.ts';
import { faultFacts, logLine } from './HostLog.ts';
import { type HostSettings, hostSettings } from './hostSettings.ts';
import { openHealthDoor } from './openHealthDoor.ts';
import { startHost } from './startHost.ts';

/** The host as a process: `node bots/channels/wechaty/host.ts`. The variables: docs/wechat.md. */

type Stop = () => Promise<void>;

const STOP_LIMIT = 9_500;

/** Waits, in good health for whoever deploys it, until a person has given the settings and starts it again. */
const waitForSettings = async ({ options, missing }: HostSettings): Promise<Stop> => {
  const health = new HostHealth();
  health.login('unset');
  logLine({
    level: 'ERROR',
    message: 'the puppet is not set up; set these and start again',
    facts: { missing },
  });
  const door = await openHealthDoor(options.port, () => health.report());
  return door.close;
};

const begin = async (): Promise<Stop> => {
  const settings = hostSettings(process.env);
  for (const message of settings.warnings) logLine({ level: 'WARN', message });
  if (settings.missing.length > 0) return waitForSettings(settings);
  const host = await startHost(settings.options);
  logLine({ level: 'INFO', message: 'started', facts: { health: host.healthUrl } });
  return host.stop;
};

const end = async (stop: Stop, code: number): Promise<void> => {
  const limit = setTimeout(() => process.exit(code), STOP_LIMIT);
  await stop().catch((fault: unknown) =>
    logLine({ level: 'ERROR', message: 'not stopped well', facts: faultFacts(fault) }),
  );
  clearTimeout(limit);
  // Puppets leave timers and connections behind.
  process.exit(code);
};

/** Replaced once there is something to stop. A signal must end the host also while the puppet is still being reached. */
let stop: Stop = async () => undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(stop, 0));
// A puppet's own mistake in a promise must not end the host; what is thrown into the event loop leaves nobody knows what.
process.on('unhandledRejection', (fault) =>
  logLine({ level: 'ERROR', message: 'a promise failed and nobody listened', facts: faultFacts(fault) }),
);
process.on('uncaughtException', (fault) => {
  logLine({ level: 'ERROR', message: 'a fault nobody caught', facts: faultFacts(fault) });
  void end(stop, 1);
});

try {
  stop = await begin();
} catch (fault) {
  logLine({
    level: 'ERROR',
    message: 'not started',
    facts: { why: (fault as Error).message, ...faultFacts(fault) },
  });
  process.exitCode = 1;
}
