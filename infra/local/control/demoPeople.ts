import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Controlled } from './Controlled.ts';
import { conversationOfPost, findPost, type Post } from './findPost.ts';
import { namePost } from './namePost.ts';
import type { DemoPerson } from './Phone.ts';
import type { KeptPhone } from './PhoneBook.ts';

type Cloud = Pick<Controlled, 'cities' | 'token' | 'clock'>;

/** Whoever holds a post now; undefined when nobody does. */
export const personOfPost = async (
  cloud: Cloud,
  post: Post,
  key: string,
): Promise<DemoPerson | undefined> => {
  const know = await cloud.cities.current();
  const row = findPost(know, post, cloud.clock.now());
  if (!row) return undefined;
  const conversation = conversationOfPost(row);
  return { key, ...namePost(row, know), conversation, token: await cloud.token(conversation) };
};

/** Those who have the phones of the local page. A phone whose post nobody holds any more is not there. */
export const demoPeople = async (
  cloud: Cloud,
  phones: readonly KeptPhone[],
): Promise<readonly DemoPerson[]> => {
  const know = await cloud.cities.current();
  const people = await Promise.all(phones.map((phone) => personOf(cloud, phone, know)));
  return people.flatMap((person) => person ?? []);
};

const personOf = async (
  cloud: Cloud,
  { key, resident, post }: KeptPhone,
  know: Knowledge,
): Promise<DemoPerson | undefined> => {
  if (resident) {
    const token = await cloud.token(resident.conversation);
    return { key, role: '居民', kind: 'resident', where: '', ...resident, token };
  }
  if (!post) return personOfPost(cloud, firstPost(key, know), key);
  const { role, ...where } = post;
  return personOfPost(cloud, { post: role, ...where }, key);
};

/** The supervisor of a cell, and the unit that handles its lamps. */
const firstPost = (key: string, know: Knowledge): Post =>
  key === 'unit' ? { post: 'handler', unit: demoUnit(know) } : { post: 'supervisor', area: demoCell(know) };

const LAMP = '01037';
const CELL = '990101001001001';

/** The cell of the example, or, in another city, its first. */
const demoCell = ({ city, area }: Knowledge): string => {
  const deepest = city.levels.at(-1);
  return area(CELL)?.code ?? city.areas.find((each) => each.level === deepest)?.code ?? '';
};

const demoUnit = (know: Knowledge): string => {
  const service = know.service(LAMP) ?? know.city.services[0];
  const routing = service && know.route(service.code, demoCell(know));
  return routing?.found ? routing.unit : (know.city.units[0]?.code ?? '');
};
