import QRCode from 'qrcode';
import { type ScanStatus, type Wechaty, log as wechatyLog } from 'wechaty';
import { type impls, types } from 'wechaty-puppet';
import type { HostHealth } from './HostHealth.ts';
import { faultFacts, type HostLog } from './HostLog.ts';

export interface Listening {
  readonly bot: Pick<Wechaty, 'on'>;
  readonly puppet: impls.PuppetInterface;
  readonly health: HostHealth;
  readonly log: HostLog;
  readonly arrived: (messageId: string) => void;
}

/**
 * Hears what the puppet says. Nothing that goes wrong in a listener ends the process: it is counted and logged. Messages are taken from the
 * puppet itself, for wechaty loads the whole room and all its members before it tells of one.
 */
export const listenTo = ({ bot, puppet, health, log, arrived }: Listening): void => {
  // wechaty's own lines name people, and on `verbose` quote them.
  wechatyLog.level('error');
  const complain = (message: string) => (fault: unknown) => {
    health.fault();
    log({ level: 'ERROR', message, facts: faultFacts(fault) });
  };
  bot.on('error', complain('wechaty reports a fault'));
  puppet.on('message', ({ messageId }) => arrived(messageId));
  puppet.on('login', () => {
    health.login('in');
    log({ level: 'INFO', message: 'logged in' });
  });
  puppet.on('logout', () => {
    health.login('out');
    log({ level: 'WARN', message: 'logged out' });
  });
  puppet.on('scan', ({ qrcode, status }) => {
    if (!puppet.isLoggedIn) health.login('scan');
    showCode(qrcode, status, log).catch(complain('the code to scan could not be drawn'));
  });
};

/** Drawn here: a page that draws it would see it. */
const showCode = async (code: string | undefined, status: ScanStatus, log: HostLog): Promise<void> => {
  log({ level: 'INFO', message: 'scan the code to log in', facts: { status: types.ScanStatus[status] } });
  if (code) console.log(await QRCode.toString(code, { type: 'terminal', small: true }));
};
