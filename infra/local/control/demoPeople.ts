import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames } from '../../../shared/domain/city/roleNames.ts';
import { writeWhole } from '../compute/writeWhole.ts';
import type { Controlled } from './Controlled.ts';
import { conversationOfPost, findPost, type Post } from './findPost.ts';

/** Somebody to play, as the local page shows them. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly conversation: string;
  readonly token: string;
}

type Cloud = Pick<Controlled, 'know' | 'token' | 'clock'>;

const FILE = 'resident.json';
/** As short as the tabs they stand in. */
const ROLES = { ...roleNames, supervisor: '网格员', handler: '单位' };

const keptResident = (path: string): string | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as string;
  } catch {
    return undefined;
  }
};

/** Whoever holds a post now; undefined when nobody does. */
export const personOfPost = async (
  cloud: Cloud,
  post: Post,
  key: string,
): Promise<DemoPerson | undefined> => {
  const know = cloud.know();
  const row = findPost(know, post, cloud.clock.now());
  if (!row) return undefined;
  const conversation = conversationOfPost(row);
  const unit = row.unit === undefined ? undefined : know.unit(row.unit)?.name;
  return {
    key,
    name: unit ?? row.name,
    role: ROLES[row.role],
    conversation,
    token: await cloud.token(conversation),
  };
};

/** A resident, the supervisor of a cell and the unit that handles its lamps. The same resident until a new one is asked for. */
export const demoPeople = async (
  cloud: Cloud,
  dataDir: string,
  newResident = false,
): Promise<readonly DemoPerson[]> => {
  const path = join(dataDir, FILE);
  const conversation = (newResident ? undefined : keptResident(path)) ?? `web:r-${randomUUID()}`;
  writeWhole(path, JSON.stringify(conversation));
  const staff = await Promise.all([
    personOfPost(cloud, { post: 'supervisor', area: demoCell(cloud) }, 'supervisor'),
    personOfPost(cloud, { post: 'handler', unit: demoUnit(cloud) }, 'unit'),
  ]);
  return [
    { key: 'resident', name: '李居民', role: '居民', conversation, token: await cloud.token(conversation) },
    ...staff.flatMap((each) => each ?? []),
  ];
};

const LAMP = '01037';
const CELL = '990101001001001';

/** The cell of the example, or, in another city, its first. */
const demoCell = (cloud: Cloud): string => {
  const { city, area } = cloud.know();
  const deepest = city.levels.at(-1);
  return area(CELL)?.code ?? city.areas.find((each) => each.level === deepest)?.code ?? '';
};

const demoUnit = (cloud: Cloud): string => {
  const know = cloud.know();
  const service = know.service(LAMP) ?? know.city.services[0];
  const routing = service && know.route(service.code, demoCell(cloud));
  return routing?.found ? routing.unit : (know.city.units[0]?.code ?? '');
};
