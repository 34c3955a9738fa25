import type { Service } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { Stop } from './Stop.ts';

interface Found {
  readonly service: Service;
  /** How it was found. */
  readonly by: string;
}

/** A service by its code, its name, or as people say it. Throws `Stop` with the likely ones when that is not clear. */
export const findService = (know: Knowledge, said: string): Found => {
  const byCode = know.service(said);
  if (byCode) return { service: byCode, by: '按编码' };
  const byName = know.city.services.find(({ name }) => name === said);
  if (byName) return { service: byName, by: '按名称' };
  const { guesses, sure } = know.classify(said);
  const services = guesses.flatMap((guess) => know.service(guess.service) ?? []);
  const [first] = services;
  if (!first) throw new Stop(`没有事项像“${said}”：写事项的编码或名称（catalog.yaml），或换个说法`, 1);
  if (sure || services.length === 1) return { service: first, by: `按说法“${said}”` };
  const likely = services.map(({ code, name }) => `  --service ${code}   ${name}`);
  throw new Stop([`“${said}”说不准是哪个事项，写明一个：`, ...likely].join('\n'), 1);
};
