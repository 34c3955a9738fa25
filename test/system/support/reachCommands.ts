import type { LocalCloud } from '../../../infra/local/LocalCloud.ts';
import type { AskedCommand } from '../../../shared/contracts/command.ts';
import { ApiPerson } from './ApiPerson.ts';

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-09-14T10:00:00+08:00');
const LAMP = {
  service: '01037',
  place: { lng: 121.4712, lat: 31.2304, name: '建设路12号' },
  text: '路灯坏了两天了',
} as const;

/** What is asked for over the HTTP API, with photos that came and that did not, until a case is published, and taken away again. */
export const reachCommands = async (cloud: LocalCloud): Promise<void> => {
  await cloud.reset(START, 'cities/example');
  const resident = await ApiPerson.of(cloud, 'web:r-api');
  const photo = await resident.photo();
  const absent = photo.replace(/.{4}$/u, '0000');
  expect((await resident.open({ ...LAMP, photos: [absent] })).status).toBe(400);
  const opened = await resident.open({ ...LAMP, photos: [photo] });
  expect(opened.status).toBe(200);
  const number = String(opened.json.number);
  const ask = async (who: string, command: AskedCommand): Promise<number> =>
    (await (await ApiPerson.of(cloud, `web:${who}`)).asks(number, command)).status;
  expect(await ask('r-api', { type: 'supplement', photos: [absent] })).toBe(400);
  expect(await ask('r-api', { type: 'supplement', photos: [photo] })).toBe(200);
  expect(await ask('S001', { type: 'verify' })).toBe(200);
  await cloud.advanceTo(START + 20 * DAY);
  const listed = async () => (await fetch(new URL('/listed', cloud.url))).text();
  expect(await listed()).toContain(number);
  expect(await ask('r-api', { type: 'withdraw' })).toBe(200);
  await cloud.idle();
  expect(await listed()).not.toContain(number);
};
